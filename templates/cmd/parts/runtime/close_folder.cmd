rem Owner and access by SID, since the names of groups are translated: S-1-5-18 is SYSTEM, S-1-5-32-544 the
rem administrators.
:close_folder folder
call :no_link "%~1"
if errorlevel 1 exit /b 1
"%SYS%\icacls.exe" "%~1" /setowner *S-1-5-32-544 /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /reset /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F /grant:r *S-1-5-32-544:(OI)(CI)F /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
exit /b 0
