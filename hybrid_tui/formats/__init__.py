"""Values of the domain as text: pages that screen and shell share, JSON and CSV for scripts, a report for a browser.

Nothing here reads a file or the store; it is handed what it writes. Who asks for it is in `cli` and in `tui.screens`.

- The week: `week_*`, with `week_text` for the shell and `week_json` for scripts; other pages: `*_page`, `sheet_text`,
  `plan_text`, `explanation`.
- Charts: `chart*` in cells, `svg_chart` and `report_html` for a browser. Tables for a spreadsheet: `csv_cells`.
"""
