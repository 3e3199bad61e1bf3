:undo_set_clock
call :say "Not undone: the clock was set, and the time that it had is gone."
exit /b 0
