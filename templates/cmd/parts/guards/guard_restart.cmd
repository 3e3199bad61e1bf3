:guard_restart
call :restart_causes
if defined CAUSES set "GUARD_CODE=13"& set "GUARD_TEXT=Windows waits for a restart (%CAUSES:~2%)."
exit /b 0
