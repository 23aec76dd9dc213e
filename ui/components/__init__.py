"""What pages are built from: each draws one thing and hands back what was chosen."""
