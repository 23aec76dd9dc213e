"""The Streamlit entry: page configuration, style sheet, the page the address asks for."""

from ui.components.frame import put_page_config
from ui.failures import explain_failures
from ui.navigation import choose_page
from ui.session import settle_language
from ui.styles import put_styles

settle_language()
put_page_config()
put_styles()
with explain_failures():
    choose_page().run()
