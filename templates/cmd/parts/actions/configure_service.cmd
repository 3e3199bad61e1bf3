rem sc config, since the service manager reads a start type written to the registry only when Windows starts.
:configure_service name type
set "START_WORD="
if "%~2"=="automatic" set "START_WORD=auto"
if "%~2"=="delayed-automatic" set "START_WORD=delayed-auto"
if "%~2"=="demand" set "START_WORD=demand"
if "%~2"=="disabled" set "START_WORD=disabled"
if "%~2"=="boot" set "START_WORD=boot"
if "%~2"=="system" set "START_WORD=system"
if not defined START_WORD exit /b 1
"%SYS%\sc.exe" config "%~1" start= %START_WORD% >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
call :service_start_type "%~1"
if "%START_TYPE%"=="%~2" exit /b 0
exit /b 1
