"""The numbers that are this program's own choice, each named with the rule or section it belongs to.

No study gives these exactly; they were picked to be practicable inside what the evidence allows. They stand
here and nowhere else, so that a person who disagrees finds and changes them in one place.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# 2.1 Estimated one-repetition maximum: beyond these repetitions the formulas drift.
E1RM_2_1_GOOD_REPS: Final = 10
E1RM_2_1_ROUGH_REPS: Final = 12
E1RM_2_1_MOST_RIR: Final = 4.0

# 2.2 Below this set RPE people cannot judge the reserve; kept, never converted.
RPE_2_2_LOWEST: Final = 6.0

# 2.3 Monotony of identical days has no value; it is shown as this cap.
MONOTONY_2_3_CAP: Final = 10.0

# 2.12 Rest: seconds between warm-up sets, what a point of effort moves a rest by, and its bounds.
REST_2_12_WARM_UP: Final = 60
REST_2_12_STEP: Final = 30
REST_2_12_MOST_MORE: Final = 120
REST_2_12_LEAST_SHARE: Final = 2 / 3
REST_2_12_EASIER: Final = 2.0
REST_2_12_HARD_RPE: Final = 7.5
REST_2_12_STEADY_RPE: Final = 6.0

# 7.3 In the session: points above the asked effort at which less is proposed, how much less in percent,
# and how much slower the second sprint may be.
IN_SESSION_7_3_HARDER: Final = 2.0
IN_SESSION_7_3_LESS: Final = (5.0, 10.0)
IN_SESSION_7_3_SLOWER: Final = 5.0

# 2.4 Acute to chronic ratio: days before it is shown, and the chronic load below which it says nothing.
ACWR_2_4_FIRST_DAY: Final = 28
ACWR_2_4_LEAST_CHRONIC: Final = 1.0

# 2.8 Cost of running downhill never falls below this share of the flat cost.
DOWNHILL_2_8_LEAST_RATIO: Final = 0.88

# 2.10 Warm-up ramp: share of the working load and repetitions; the last only for sets of five or fewer.
RAMP_2_10_STEPS: Final = ((0.40, 5), (0.60, 3), (0.80, 2), (0.90, 1))
RAMP_2_10_BAR_REPS: Final = 8
RAMP_2_10_HEAVY_REPS: Final = 5
RAMP_2_10_SECOND_LIFT: Final = (0.60, 5)

# 2.11 A working set is hard when at most this many repetitions were left.
HARD_SET_2_11_MOST_RIR: Final = 4.0
MUSCLE_2_11_GROWS_FROM: Final = 4.0
MUSCLE_2_11_GROWS_TO: Final = 10.0

# 5 The run map has 0-3 for each run and none for jumps; a jump is set at this for its prime movers and helpers.
JUMP_5_STRESS: Final = 2
JUMP_5_STRESS_HELPER: Final = 1

# 2.13 Back-off sets after a top set.
BACK_OFF_2_13_SHARE: Final = 0.90

# 2.13 Loads that exist: how far above the wanted one a weight may lie, the rise (share) that is taken at once,
# and how many repetitions above the top of a range are done first where the next weight is further away.
LOADABLE_2_13_OVER: Final = 0.05
LOADABLE_2_13_RISE: Final = 0.10
LOADABLE_2_13_MORE_REPS: Final = 4

# A swap to an exercise that was never done: the share of the maximum of its pattern's main lift (back squat,
# deadlift, bench, overhead press, barbell row, barbell curl) that it takes, by what it is loaded with. The least of it
# for the exercise to come, so that nobody meets a load too heavy; dumbbells are one of them, a machine stands for
# any make, so both are far on the light side. No study gives these.
SWAP_LEAST: Final = MappingProxyType(
    {
        "back_squat": {"bar": 1.0},
        "front_squat": {"bar": 0.7},
        "overhead_squat": {"bar": 0.35},
        "thruster": {"bar": 0.35, "dumbbells": 0.12},
        "goblet_squat": {"dumbbells": 0.22},
        "leg_press": {"machine": 0.8},
        "hack_squat": {"machine": 0.5},
        "deadlift": {"bar": 1.0},
        "sumo_deadlift": {"bar": 0.8},
        "romanian_deadlift": {"bar": 0.5, "dumbbells": 0.18},
        "hip_thrust": {"bar": 0.6},
        "good_morning": {"bar": 0.25},
        "bench_press": {"bar": 1.0},
        "close_grip_bench": {"bar": 0.8},
        "dumbbell_bench": {"dumbbells": 0.32},
        "machine_chest_press": {"machine": 0.5},
        "overhead_press": {"bar": 1.0},
        "push_press": {"bar": 1.0},
        "dumbbell_press": {"dumbbells": 0.32},
        "arnold_press": {"dumbbells": 0.25},
        "barbell_row": {"bar": 1.0},
        "t_bar_row": {"bar": 0.6},
        "dumbbell_row": {"dumbbells": 0.3},
        "cable_row": {"machine": 0.6},
        "face_pull": {"machine": 0.15},
        "barbell_curl": {"bar": 1.0},
        "biceps_curl": {"dumbbells": 0.35},
        "hammer_curl": {"dumbbells": 0.35},
    }
)
# The most of it for the exercise whose load is known. What is missing here says nothing of others: machines differ
# by make, and one side does not tell what both lift (2.1).
SWAP_MOST: Final = MappingProxyType(
    {
        "back_squat": 1.0,
        "front_squat": 0.9,
        "overhead_squat": 0.75,
        "thruster": 0.65,
        "goblet_squat": 0.5,
        "deadlift": 1.0,
        "sumo_deadlift": 1.15,
        "trap_bar_deadlift": 1.15,
        "romanian_deadlift": 0.85,
        "hip_thrust": 1.3,
        "good_morning": 0.6,
        "bench_press": 1.0,
        "close_grip_bench": 1.0,
        "dumbbell_bench": 0.45,
        "overhead_press": 1.0,
        "push_press": 1.3,
        "dumbbell_press": 0.45,
        "arnold_press": 0.42,
        "barbell_row": 1.0,
        "t_bar_row": 1.2,
        "barbell_curl": 1.0,
        "biceps_curl": 0.5,
        "hammer_curl": 0.55,
    }
)
# Its first set: this share of the estimate, with at least so many repetitions in reserve.
SWAP_FIRST_SET: Final = 0.8
SWAP_FIRST_RIR: Final = 4.0

# 2.14 Protein, grams for each kilogram of body weight: by goal, plus the day's training, inside the band.
PROTEIN_2_14_GOAL: Final = MappingProxyType({"endurance": 1.2, "hybrid": 1.4, "muscle": 1.6, "lean": 1.8})
PROTEIN_2_14_DAY: Final = MappingProxyType(
    {"rest": 0.0, "easy": 0.1, "hard run": 0.2, "lift": 0.2, "both": 0.4}
)
PROTEIN_2_14_LEAST: Final = 1.2
PROTEIN_2_14_MOST: Final = 2.0
PROTEIN_2_14_ROUND: Final = 5
PROTEIN_2_14_MEALS: Final = 4
PROTEIN_2_14_MEAL_GRAMS: Final = 15.0
"""From this much on an entry counts as a meal with protein."""

# 2.14 Entries of the food log within these minutes are one meal; hours between two meals.
MEAL_2_14_MINUTES: Final = 60
MEAL_2_14_HOURS: Final = (3, 4)
MEAL_2_14_GRAMS: Final = (20, 40)

# Body weight: share of a day in the smoothed trend; days, weighings and span that a rate needs.
WEIGHT_SMOOTHING: Final = 0.1
WEIGHT_RATE_DAYS: Final = 28
WEIGHT_RATE_LEAST: Final = 4
WEIGHT_RATE_SPAN: Final = 14
# Percent a week that suits each goal, least and most.
WEIGHT_PERCENT_A_WEEK: Final = MappingProxyType(
    {"endurance": (-0.3, 0.3), "hybrid": (-0.3, 0.3), "muscle": (0.0, 0.5), "lean": (-1.0, -0.2)}
)

# 7.3 Answers to an offer compared later: sessions on either side, and a difference in RPE that is none.
COMPARED_7_3_LEAST: Final = 3
COMPARED_7_3_ALIKE: Final = 0.25

# 2.15 Sleep.
SLEEP_2_15_TARGET_MINUTES: Final = 480
SLEEP_2_15_ENOUGH_MINUTES: Final = 420
SLEEP_2_15_NIGHTS: Final = 4
"""Nights of the last seven that a mean is made of; fewer say nothing."""

# 2.18 Leg load: minutes are weighed by how much the legs take part.
LEG_FACTOR_2_18: Final = MappingProxyType(
    {
        "walk": 0.3,
        "easy_run": 1.0,
        "long_run": 1.0,
        "strides": 1.0,
        "tempo_run": 1.1,
        "vo2_interval": 1.1,
        "fartlek": 1.1,
        "trail_run": 1.1,
        "hill_sprint": 1.2,
        "hill_repeat": 1.2,
        "stair_run": 1.2,
        "flat_sprint": 1.3,
        "band_sprint": 1.3,
        "vest_run": 1.1,
        "jump": 1.3,
        "leg lift": 1.0,
        "carry": 0.5,
        "core": 0.2,
        "upper": 0.1,
    }
)
LEG_FACTOR_2_18_VEST: Final = 0.1

# 6 Length and rating of planned work: a set takes this long before its rest, twice that when done a side.
SET_6_MINUTES: Final = 0.75
RATING_6_LIFT_LESS_RIR: Final = 9.0
RATING_6_CORE: Final = 4.0
RATING_6_WARM_UP: Final = 3.0

# 7.2 Readiness.
SLEEP_7_2_ENOUGH_HOURS: Final = 7.0
SLEEP_7_2_POINTS_AN_HOUR: Final = 5
SLEEP_7_2_MOST: Final = 15
PULSE_7_2_STEPS: Final = ((8.0, 10), (5.0, 5))
"""Rise over the median in beats per minute, and the points it takes; the first that is reached counts."""
PULSE_7_2_DAYS: Final = 14
PULSE_7_2_READINGS: Final = 7
BASELINE_7_2_DAYS: Final = 28
BASELINE_7_2_ENTRIES: Final = 14
BASELINE_7_2_LEAST_SD: Final = 1.0
BASELINE_7_2_STEPS: Final = ((2.0, 2), (1.0, 1))
"""Standard scores over the own mean, and the bands it lowers."""
BAND_7_2_GO: Final = 70
BAND_7_2_REDUCE: Final = 50
BAND_7_2_SWAP: Final = 30

# 7.3 What a band leaves of a session, in percent; legs are gated by their own soreness.
REDUCE_7_3_HARD_PERCENT: Final = 70
REDUCE_7_3_UPPER_PERCENT: Final = 80
SWAP_7_3_UPPER_PERCENT: Final = 60
REDUCE_7_3_SPRINT_RPE: Final = 8.0
REDUCE_7_3_MORE_RIR: Final = 1.0
SWAP_7_3_RIR: Final = 4.0
LEGS_7_3_SWAP: Final = 6
LEGS_7_3_REDUCE: Final = 4
DELOAD_7_3_SCORE_DROP: Final = 15.0
DELOAD_7_3_LIFTS: Final = 2
DELOAD_7_3_SLEEP_MINUTES: Final = 390.0
DELOAD_7_3_SORE_DAYS: Final = 4
DELOAD_7_3_SORE_LEGS: Final = 5
DELOAD_7_3_LIFT_SHARE: Final = 0.05
DELOAD_7_3_REASONS: Final = 2
# 4 Stress classes of a day: what makes the legs' day a maximal one.
CLASS_A_4_CONTACTS: Final = 30
CLASS_A_4_HARD_SETS: Final = 4

# The concurrent-training rules. By level: beginner, intermediate, advanced.
CT_04_HOURS: Final = 6.0
CT_04_HOURS_MAXIMAL: Final = 3.0
CT_05_STEADY_MINUTES: Final = 20.0
CT_07_HARD_RUNS: Final = MappingProxyType({"beginner": 2, "intermediate": 3, "advanced": 3})
CT_08_EASY_SHARE: Final = 0.70
CT_08_RUNS: Final = 3
CT_09_SHORT_MINUTES: Final = 60.0
CT_11_WARN: Final = 1.10
CT_11_BLOCK: Final = 1.30
CT_11_FROM_MINUTES: Final = 20.0
"""Runs up to this length are never a spike: from run-walk to 20 minutes the way is steep."""
CT_12_RAMP: Final = 1.20
CT_13_REPS: Final = 2
CT_13_SHARE: Final = 1.20
CT_13_SECONDS: Final = 20.0
CT_14_SPRINT_SECONDS: Final = MappingProxyType({"beginner": 60, "intermediate": 120, "advanced": 180})
CT_14_STAIR_SECONDS: Final = MappingProxyType({"beginner": 120, "intermediate": 240, "advanced": 300})
CT_16_CONTACTS: Final = MappingProxyType({"beginner": 80, "intermediate": 120, "advanced": 140})
CT_16_BLOCK: Final = 1.5
CT_17_SESSIONS: Final = MappingProxyType({"beginner": 2, "intermediate": 3, "advanced": 3})
CT_18_LEVEL_2_WEEKS: Final = 4
CT_18_LEVEL_3_WEEKS: Final = 8
CT_18_SQUAT_RATIO: Final = 1.25
CT_19_RPE: Final = 9.0
CT_19_HILL_WEEKS: Final = 4
CT_19_FLAT_WEEKS: Final = 8
CT_19_FLAT_HILLS: Final = 4
# Vest, share of body mass: walking uphill, fast steps, easy running (3.6). 0 is none at all.
CT_20_VEST_UPHILL: Final = MappingProxyType({"beginner": 0.05, "intermediate": 0.10, "advanced": 0.15})
CT_20_VEST_FAST: Final = MappingProxyType({"beginner": 0.0, "intermediate": 0.08, "advanced": 0.20})
CT_20_VEST_EASY: Final = MappingProxyType({"beginner": 0.0, "intermediate": 0.05, "advanced": 0.10})
CT_21_KEEP: Final = 0.65
CT_21_LOADING_WEEKS: Final = 3
CT_22_SETS: Final = 4.0
CT_23_LEG_SETS: Final = 16.0
CT_23_UPPER_SETS: Final = 20.0
CT_23_SESSION_SETS: Final = 10.0
CT_24_HINT: Final = 1.5
CT_24_WARN: Final = 2.0
CT_25_SHARE: Final = 1.5
CT_25_WEEKS: Final = 6
CT_26_SHARE: Final = 1.2
CT_29_SHARES: Final = ((14, 0.50), (7, 0.70))
"""Days off from which on the first week keeps this share; from 28 the restart gates speak."""
CT_31_MAXIMAL_DAYS: Final = 3
CT_31_LIFT_DAYS: Final = 5
CT_34_WEEKS: Final = 3
CT_34_DAYS: Final = 2
