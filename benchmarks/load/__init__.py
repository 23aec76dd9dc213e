"""Henkaku under load: virtual participants on Streamlit's own websocket protocol, beside a bare page."""
