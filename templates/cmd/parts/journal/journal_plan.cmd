rem Written before the action: a run that ends here can still be undone. No line, no action.
:journal_plan action target before after
set "TEXT=%~2 %~3 %~4"
call :plain_text
if errorlevel 1 goto :journal_plan_failed
if not defined JOURNAL call :new_run
if errorlevel 1 goto :journal_plan_failed
set /a ENTRY+=1
set "LINE=%ENTRY%|plan|%~1|%~2|%~3|%~4"
call :journal_write
if errorlevel 1 goto :journal_plan_failed
exit /b 0
:journal_plan_failed
set "ACTION_FAILED=1"
call :say "FAILED: the journal cannot be written, so nothing is changed: %~1 %~2"
exit /b 1
