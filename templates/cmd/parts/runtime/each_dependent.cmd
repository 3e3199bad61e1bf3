rem Does something for each service that depends on one. A line of sc enumdepend is "label: text": the texts that name
rem a service are the dependents; the others are numbers and titles.
:each_dependent label name
for /f "eol=| tokens=2 delims=:" %%a in ('%SYS%\sc.exe enumdepend "%~2" 65536 2^>nul') do (
    set "TEXT=%%a"
    call :each_dependent_text %~1
)
exit /b 0
:each_dependent_text label
call :bare_text
if errorlevel 1 exit /b 0
for /f "eol=| tokens=1,2 delims= " %%d in ("%TEXT%") do if not "%%d"=="" if "%%e"=="" call :each_dependent_candidate %~1 "%%d"
exit /b 0
:each_dependent_candidate label candidate
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\%~2"
if not errorlevel 1 call :%~1 "%~2"
exit /b 0
