rem sc query prints the type (10 and above) and then the state (1 to 7). The labels are words of some language, the
rem numbers after the colon are not. SERVICE_STATE stays empty for a service that does not exist.
:service_state name
set "SERVICE_STATE="
for /f "eol=| tokens=2 delims=:" %%a in ('%SYS%\sc.exe query "%~1" 2^>nul') do (
    set "TEXT=%%a"
    call :service_state_text
)
exit /b 0
:service_state_text
if defined SERVICE_STATE exit /b 0
if not defined TEXT exit /b 0
set "TEXT=%TEXT:"=?%"
for /f "eol=| tokens=1 delims= " %%t in ("%TEXT%") do (
    for %%n in (1 2 3 4 5 6 7) do if "%%t"=="%%n" set "SERVICE_STATE=%%n"
)
exit /b 0
