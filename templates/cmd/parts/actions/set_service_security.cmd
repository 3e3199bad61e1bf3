rem Gives a service an access list (the D: part of SDDL). What is audited (S:) stays as it is. What cannot be read could
rem not be brought back, and is left alone.
:set_service_security name list
call :service_security "%~1"
if not defined SECURITY set "ACTION_FAILED=1"& call :say "FAILED: the access list of %~1 cannot be read"& exit /b 1
set "AFTER=%~2"
set "AUDIT=%SECURITY:*S:=%"
if not "%AUDIT%"=="%SECURITY%" set "AFTER=%~2S:%AUDIT%"
if "%SECURITY%"=="%AFTER%" exit /b 0
if defined WHATIF call :say "Would be done: give the service %~1 the access list %AFTER%"& exit /b 0
call :say "Giving the service %~1 the access list %AFTER%"
call :journal_plan service-security "%~1" "%SECURITY%" "%AFTER%"
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" sdset "%~1" "%AFTER%" >nul 2>&1
set "CODE=%errorlevel%"
if not "%CODE%"=="0" call :fail "the access list of %~1 did not change (sc sdset: %CODE%)"& exit /b 1
call :journal_mark done
exit /b 0
