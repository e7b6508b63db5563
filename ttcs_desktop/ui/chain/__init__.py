"""The screen of the chain: tasks, plans, reports, consolidation (màn hình chuỗi văn bản)."""
