"""The options that carry the load and keep things to ourselves, as measured."""

from typing import Any

import pytest
from streamlit import config

from tests.ui.conftest import APP


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("runner.postScriptGC", False),
        ("server.fileWatcherType", "none"),
        ("server.disconnectedSessionTTL", 3600),
        ("server.maxUploadSize", 5),
        ("browser.gatherUsageStats", False),
        ("client.toolbarMode", "minimal"),
        ("client.showErrorDetails", "none"),
        ("theme.light.primaryColor", "#101820"),
        ("theme.dark.primaryColor", "#ECE8E0"),
    ],
)
def test_the_server_runs_with_the_measured_options(
    option: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "_main_script_path", str(APP))
    config.get_config_options(force_reparse=True)
    assert config.get_option(option) == value
