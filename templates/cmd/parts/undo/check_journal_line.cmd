:check_journal_line number state action target before after more
if "%LINES%"=="1" goto :check_journal_first
set "NUMBER=%~1"
set "FAULT=line %LINES% has no number"
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
set "PART=%NUMBER:~0,1%"
if "%PART%"=="0" exit /b 0
set "PART=%NUMBER:~0,9%"
if not "%PART%"=="%NUMBER%" exit /b 0
set "FAULT=line %LINES% is not complete"
if "%~6"=="" exit /b 0
set "FAULT=line %LINES% is too long"
if not "%~7"=="" exit /b 0
set "FAULT="
if "%~2"=="plan" goto :check_journal_plan
set "FAULT=line %LINES% has an unknown state"
for %%s in (done failed undone) do if "%~2|%~3|%~4|%~5|%~6"=="%%s|-|-|-|-" set "FAULT="
if not defined JOURNAL_PLANNED_%NUMBER% set "FAULT=line %LINES% marks what was not planned"
set "JOURNAL_MARK_%NUMBER%=%~2"
exit /b 0
:check_journal_first
if not "%~1|%~2"=="0|run" set "FAULT=it does not start as a journal does"
if not "%~3"=="1" set "FAULT=it has a format that only a newer version reads"
if not "%~4"=="%PRODUCT%" set "FAULT=it belongs to another product"
if "%~6"=="" set "FAULT=it does not start as a journal does"
if not "%~7"=="" set "FAULT=it does not start as a journal does"
for /f "eol=- delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.+-" %%x in ("%~5%~6") do if not "%%x"=="" set "FAULT=it does not start as a journal does"
exit /b 0
