"""Speed, measured as ratios against a bare reference in the same run; never as a timed test."""
