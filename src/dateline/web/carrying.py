"""A page as of a day leads on to pages as of that day: its links, forms and doors say so too."""

import datetime
import re

STAYS = "data-now"
"""The attribute of a link that leads back to the chronicle as it is now."""
_LINK = re.compile(r'<a (?:[^>]*? )?href="(/(?!static/|schema/)[^"#]*)[^>]*>')
_FORM = re.compile(r"<form (?![^>]*method=)[^>]*>.*?</form>", re.DOTALL)
_SAID = re.compile(r"[?;]as_of=")


def carried(page: str, day: datetime.date) -> str:
    """A page in which every address of ours says `as_of`. Addresses that say it already are left as they are.

    Texts are escaped, so that a quotation mark behind `href=` is always one of a template.
    """
    return _FORM.sub(lambda form: _form(form[0], day), _LINK.sub(lambda link: _link(link, day), page))


def _link(link: re.Match[str], day: datetime.date) -> str:
    address = link[1]
    if STAYS in link[0] or _SAID.search(address):
        return link[0]
    said = f"{address}{'&amp;' if '?' in address else '?'}as_of={day}"
    begin, end = (at - link.start() for at in link.span(1))
    return f"{link[0][:begin]}{said}{link[0][end:]}"


def _form(form: str, day: datetime.date) -> str:
    if 'name="as_of"' in form:
        return form
    return form.replace(">", f'><input type="hidden" name="as_of" value="{day}">', 1)
