"""A brand in a YAML file: read with its logo, and every mistake named with line, field and mend."""

from pathlib import Path

import pytest

from reporting.brand_file import BrandFileError, read_brand

EXAMPLE = Path(__file__).parents[2] / "examples" / "brand" / "brand.yaml"


def read(folder: Path, text: str) -> str:
    """The message about a file."""
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrandFileError) as caught:
        read_brand(path)
    return str(caught.value).replace(str(folder), "")


def test_the_example_can_be_read() -> None:
    brand, accent = read_brand(EXAMPLE)
    assert brand.firm == "みなもと経営研究所"
    assert brand.logo is not None
    assert brand.logo.media_type == "image/svg+xml"
    assert accent is not None
    assert (brand.accent, accent.is_adjusted) == ("#0a7d5a", False)


def test_a_firm_is_enough_and_a_pale_accent_is_darkened(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text('firm: A\naccent: "#fd0"\n', encoding="utf-8")
    brand, accent = read_brand(path)
    assert (brand.firm, brand.logo, brand.confidentiality) == ("A", None, "")
    assert accent is not None
    assert accent.asked == "#ffdd00"
    assert accent.is_adjusted
    assert brand.accent == accent.colour


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "/brand.yaml: the file is empty — begin with `firm:` and the firm's name"),
        ("logo: a.png\n", "/brand.yaml:1: firm: this key is missing"),
        ("firm: A\nlogos: a.png\n", "/brand.yaml:2: logos: unknown key `logos` — did you mean `logo`?"),
        ("firm: A\naccent: 123456\n", "/brand.yaml:2: accent: 123456 is read as a number"),
        ("firm: A\naccent: teal\n", '/brand.yaml:2: accent: "teal" is no colour — write it like "#0a7d5a"'),
        ("firm: A\nlogo: none.png\n", "/brand.yaml:2: logo: /none.png cannot be read (No such file"),
        (
            "firm: A\nlogo: brand.yaml\n",
            "/brand.yaml:2: logo: /brand.yaml: This is neither PNG, JPEG nor SVG",
        ),
        ("firm: A\nlogo: .\n", "/brand.yaml:2: logo: "),
        (f"firm: {'A' * 41}\n", "/brand.yaml:1: firm: "),
        (f"firm: A\nconfidentiality: {'x' * 51}\n", "/brand.yaml:2: confidentiality: "),
        ("firm: [A]\n", "/brand.yaml:1: firm: a list of 1 does not belong here"),
        ("firm: &a A\nlogo: *a\n", "/brand.yaml:1"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    assert message in read(tmp_path, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrandFileError, match="the file does not exist"):
        read_brand(tmp_path / "none.yaml")
