# Nothing is made.
:
