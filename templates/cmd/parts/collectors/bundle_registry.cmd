rem A key with all below it, as reg.exe lists it. A key that is not there is no problem.
:bundle_registry key
set "KEY=%~1"
set "KEY=%KEY:HKLM:=HKLM%"
call :reg_key "%KEY%"
if errorlevel 1 exit /b 0
set "KEY_FILE=%KEY:\=-%"
"%SYS%\reg.exe" query "%KEY%" /s >"%BUNDLE_PART%\%KEY_FILE%.txt" 2>nul
if "%errorlevel%"=="0" exit /b 0
call :bundle_problem "registry key %KEY% (reg: %errorlevel%)"
exit /b 0
