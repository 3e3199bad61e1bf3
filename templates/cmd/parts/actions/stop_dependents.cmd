rem A line of sc enumdepend is "label: text". The texts that name a service are the dependents; the other texts are
rem numbers and titles.
:stop_dependents name
for /f "tokens=2 delims=:" %%a in ('%SYS%\sc.exe enumdepend "%~1" 65536 2^>nul') do for /f "tokens=1,2" %%d in ("%%a") do (
    if "%%e"=="" call :stop_dependent "%%d"
)
exit /b 0
