rem Native tools from a closed list. What they do cannot be undone, and undo says so.
:repair_tool tool arguments
set "TOOL="
set "CODE=0"
if /i "%~1"=="w32tm" set "TOOL=%SYS%\w32tm.exe"
if /i "%~1"=="dism" set "TOOL=%SYS%\dism.exe"
if /i "%~1"=="sfc" set "TOOL=%SYS%\sfc.exe"
if not defined TOOL call :say "FAILED: not a known tool: %~1"& set "ACTION_FAILED=1"& exit /b 1
if defined WHATIF call :say "Would be done: run %~1 %~2 (cannot be undone, since only the tool knows what it changes)"& exit /b 0
call :say "Running %~1 %~2 (cannot be undone, since only the tool knows what it changes)"
call :journal_plan repair-tool "%~1" - "%~2"
if errorlevel 1 exit /b 1
rem Its own output tells how far it is: DISM and SFC take up to an hour.
if defined QUIET "%TOOL%" %~2 >nul 2>&1
if not defined QUIET "%TOOL%" %~2 2>&1
set "CODE=%errorlevel%"
rem Done, but for what only a restart can replace: 3010, and 1641 where the restart has begun.
if "%CODE%"=="1641" set "CODE=3010"
if "%CODE%"=="3010" set "RESTART=1"& call :journal_mark done& exit /b 0
if not "%CODE%"=="0" call :fail "%~1 ended with code %CODE%"& exit /b 1
if /i "%~1"=="sfc" set "RENEWED=1"
call :journal_mark done
exit /b 0
