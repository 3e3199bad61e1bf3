set "QUEUE=%ProgramData%\Microsoft\Network\Downloader"
set "PATTERNS=%~1"
if not exist "%QUEUE%\qmgr*" exit /b 0
rem Those that queue jobs first, so that none starts BITS again.
call :stop_service UsoSvc
call :stop_service DoSvc
call :stop_service wuauserv
call :stop_service bits
call :bits_queue_files
call :restart_stopped_services
exit /b 0

rem Not by for, which would look for a name with an asterisk where the user stands.
:bits_queue_files
for /f "tokens=1* delims= " %%a in ("%PATTERNS%") do (
    set "PATTERN=%%a"
    set "PATTERNS=%%b"
)
for /f "delims=" %%f in ('dir /b /a-d "%QUEUE%\%PATTERN%" 2^>nul') do call :set_aside "%QUEUE%\%%f"
if defined PATTERNS goto :bits_queue_files
