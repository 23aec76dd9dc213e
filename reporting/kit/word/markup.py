"""The few pieces of WordprocessingML that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

FONTS = {"ja": "Yu Gothic", "en": "Arial"}
"""For Latin letters; Japanese ones are always set in the first."""
LOCALES = {"ja": "ja-JP", "en": "en-GB"}


def element(tag: str, **attributes: object) -> Any:
    """An element in the `w` namespace with its attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def parse(xml: str) -> Any:
    """An element from its markup, `w:` declared on its first tag."""
    head, rest = xml.strip().split(">", 1)
    closed = head.endswith("/")
    head = head.removesuffix("/")
    return parse_xml(f"{head} {nsdecls('w')}{'/' if closed else ''}>{rest}")


def set_fonts(properties: Any, language: str) -> None:
    """Name the fonts outright, so that no theme and no reader's default replaces them."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    latin, japanese = FONTS[language], FONTS["ja"]
    properties.insert(0, element("rFonts", ascii=latin, hAnsi=latin, eastAsia=japanese, cs=latin))


def set_language(properties: Any, language: str) -> None:
    """Tag text with its language, for screen readers, hyphenation and spelling."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=LOCALES[language], eastAsia=LOCALES["ja"], bidi="ar-SA"))


def set_compatibility(settings: Any) -> None:
    """Have Word lay it out as a document of today, not of 2007."""
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    compat = parse(f"<w:compat><w:compatSetting {mode}/></w:compat>")
    following = ("docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "shapeDefaults")
    after = next((child for child in settings if child.tag.rpartition("}")[2] in following), None)
    if after is None:
        settings.append(compat)
    else:
        after.addprevious(compat)


def add_field(paragraph: Any, code: str) -> None:
    """A field such as PAGE, which the program that opens the file works out."""
    for kind, text in (("begin", None), (None, code), ("separate", None), ("text", "1"), ("end", None)):
        run = paragraph.add_run(text if kind == "text" else "")._r
        if kind in ("begin", "separate", "end"):
            run.append(element("fldChar", fldCharType=kind))
        elif kind is None:
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run.append(instruction)
