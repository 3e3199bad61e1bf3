rem Whatever this script would not have written itself is refused as a whole, before the first step.
:check_journal
set "FAULT="
set "LINES=0"
set "LAST_ENTRY=0"
for /f "usebackq delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._(){}$,;=+@#~[]/&'-| " %%x in ("%JOURNAL%") do set "FAULT=it holds characters that only %TWIN% reads"
if not defined FAULT for /f "usebackq tokens=1-6* delims=|" %%a in ("%JOURNAL%") do call :check_journal_line "%%a" "%%b" "%%c" "%%d" "%%e" "%%f" "%%g"
if "%LINES%"=="0" if not defined FAULT set "FAULT=it is empty"
if not defined FAULT exit /b 0
call :say "The journal of run %RUN% is refused: %FAULT%."
exit /b 1
