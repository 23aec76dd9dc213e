"""The pages, run by Streamlit: each puts components in order."""
