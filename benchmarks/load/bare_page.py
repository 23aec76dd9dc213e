"""The least a page with a question can be: what Streamlit takes before a page of ours does anything."""

import streamlit as st

OPTIONS = ("0", "1", "2", "3", "4", "5", "?")
choice = st.radio("How far have you come?", OPTIONS, index=None, key="lv-bare")
