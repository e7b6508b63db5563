"""Who may issue what: what ships, and the clerk's own rules after it (thẩm quyền ban hành)."""

from pathlib import Path

from ttcs_desktop.codec import to_record
from ttcs_desktop.model.gate import AuthorityRule
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown


def load_authority(*folders: Path) -> tuple[AuthorityRule, ...]:
    """Read the rules of the folders.

    Raises:
        DataError: a file is not TOML, or a field is wrong; names the file and the rule.
    """
    rules: list[AuthorityRule] = []
    for path, values in data_files(folders):
        refuse_unknown(values, ("rule",), str(path))
        for number, table in enumerate(values.get("rule", []), start=1):
            where = f"{path}: rule {number}"
            refuse_unknown(table, field_names(AuthorityRule), where)
            rules.append(to_record(table, AuthorityRule, where=where))
    return tuple(rules)
