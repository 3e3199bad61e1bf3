:check_journal_plan number state action target before after
set "LAST_ENTRY=%~1"
if "%~3"=="set-aside" goto :check_aside_name
if "%~3"=="set-clock" exit /b 0
if "%~3"=="repair-tool" exit /b 0
if "%~3"=="restore-point" exit /b 0
if "%~3"=="registry-value" set "FAULT=line %LINES% has a registry value, which only %TWIN% brings back"& exit /b 0
for /f "delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-" %%x in ("%~4") do set "FAULT=line %LINES% names no service, or one that only %TWIN% handles"
if "%~3|%~5|%~6"=="stop-service|running|stopped" exit /b 0
if "%~3|%~5|%~6"=="start-service|stopped|running" exit /b 0
if "%~3"=="service-security" goto :check_journal_security
if not "%~3"=="service-start-type" set "FAULT=line %LINES% has an unknown action"& exit /b 0
for %%t in (automatic delayed-automatic demand disabled boot system) do if "%~5"=="%%t" exit /b 0
set "FAULT=line %LINES% has an unknown start type"
exit /b 0
:check_journal_security
for /f "delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789;:()-" %%x in ("%~5") do set "FAULT=line %LINES% has no access list"
set "TEXT=%~5"
if not "%TEXT:~0,2%"=="D:" set "FAULT=line %LINES% has no access list"
exit /b 0
