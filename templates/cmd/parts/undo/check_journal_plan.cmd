:check_journal_plan number state action target before after
if defined JOURNAL_PLANNED_%NUMBER% set "FAULT=line %LINES% plans what was planned before"& exit /b 0
set "JOURNAL_PLANNED_%NUMBER%=1"
set /a PLANS+=1
set "JOURNAL_PLAN_%PLANS%=%LINE%"
if "%~3"=="set-aside" goto :check_aside_name
if "%~3"=="set-clock" exit /b 0
if "%~3"=="repair-tool" exit /b 0
if "%~3"=="restore-point" exit /b 0
if "%~3"=="registry-value" set "FAULT=line %LINES% has a registry value, which only %TWIN% brings back"& exit /b 0
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-" %%x in ("%~4") do if not "%%x"=="" set "FAULT=line %LINES% names no service, or one that only %TWIN% handles"
set "TEXT=%~4"
set "PART=%TEXT:~0,1%"
if "%PART%"=="-" set "FAULT=line %LINES% names no service, or one that only %TWIN% handles"
if defined FAULT exit /b 0
if "%~3"=="service-security" goto :check_journal_security
if "%~3"=="service-start-type" goto :check_journal_start_type
set "FAULT=line %LINES% has an unknown action"
if "%~3|%~5"=="stop-service|running" set "FAULT="
if "%~3|%~5"=="start-service|stopped" set "FAULT="
if not defined JOURNAL_FIRST_%~4 set "JOURNAL_FIRST_%~4=%PLANS%"
exit /b 0
:check_journal_start_type
set "FAULT=line %LINES% has an unknown start type"
set "KNOWN="
for %%t in (automatic delayed-automatic demand disabled boot system) do if "%~5"=="%%t" set "KNOWN=1"
if not defined KNOWN exit /b 0
for %%t in (automatic delayed-automatic demand disabled boot system) do if "%~6"=="%%t" set "FAULT="
exit /b 0
:check_journal_security
set "FAULT=line %LINES% has no access list"
for /f "eol=; delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789;:()-" %%x in ("%~5%~6") do if not "%%x"=="" exit /b 0
set "TEXT=%~5"
set "PART=%TEXT:~0,2%"
if not "%PART%"=="D:" exit /b 0
set "TEXT=%~6"
set "PART=%TEXT:~0,2%"
if not "%PART%"=="D:" exit /b 0
set "FAULT="
exit /b 0
