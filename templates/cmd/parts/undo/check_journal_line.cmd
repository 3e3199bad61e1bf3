:check_journal_line number state action target before after more
set /a LINES+=1
if "%LINES%"=="1" goto :check_journal_first
for /f "delims=0123456789" %%x in ("%~1") do set "FAULT=line %LINES% has no number"
if "%~6"=="" set "FAULT=line %LINES% is not complete"
if not "%~7"=="" set "FAULT=line %LINES% is too long"
if defined FAULT exit /b 0
if "%~2"=="plan" goto :check_journal_plan
for %%s in (done failed undone) do if "%~2|%~3|%~4|%~5|%~6"=="%%s|-|-|-|-" exit /b 0
set "FAULT=line %LINES% has an unknown state"
exit /b 0
:check_journal_first
if not "%~1|%~2"=="0|run" set "FAULT=it does not start as a journal does"
if not "%~3"=="1" set "FAULT=it has a format that only a newer version reads"
if not "%~4"=="%PRODUCT%" set "FAULT=it belongs to another product"
exit /b 0
