"""How properties are sought: the same examples on every machine, others when asked for.

`HYPOTHESIS_PROFILE=seeking pytest` draws new ones each time; what it finds becomes an `@example`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# How long a draw takes says how busy the machine is, not how good the property is.
settings.register_profile("seeking", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("seeking"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
