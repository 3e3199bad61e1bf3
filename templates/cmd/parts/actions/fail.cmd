rem The journal says that the planned action did not happen; the check that asked for it is not repaired.
:fail text
call :journal_mark failed
set "ACTION_FAILED=1"
call :say "FAILED: %~1"
exit /b 1
