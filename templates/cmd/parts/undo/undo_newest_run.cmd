rem Undo takes the newest run that is not yet undone. Every step looks at the machine first, so that it may be done
rem twice, also for a run that ended between a plan line and its done line. The services that the run touched stop
rem first, since they hold the folders, and get back to what they were last.
:undo_newest_run
set "RESULT=0"
call :find_run
if errorlevel 1 call :say "The journal of run %RUN% is refused: %FAULT%."& set "RESULT=20"& exit /b 0
if "%RUN%"=="0" call :say "There is nothing to undo."& exit /b 0
set "RESULT=20"
rem What strands an update does so in either direction, so the guards of a repair come first.
call :guard
if errorlevel 1 exit /b 0
if not defined WHATIF call :mend_journal
if errorlevel 1 call :say "The journal of run %RUN% cannot be written."& exit /b 0
set "RESULT=0"
set "HELD_SERVICES="
if not defined WHATIF call :undo_hold_services
call :undo_each set_aside set-aside
call :undo_each service_status start-service
call :undo_each service_status stop-service
for %%s in (%HELD_SERVICES%) do "%SYS%\sc.exe" start "%%s" >nul 2>&1
rem These may be what keeps a service from starting, so they come after that.
call :undo_each service_start_type service-start-type
call :undo_each service_security service-security
call :undo_each not_undoable set-clock
call :undo_each not_undoable repair-tool
call :undo_each not_undoable restore-point
if defined WHATIF exit /b 0
if not "%RESULT%"=="0" call :say "Run %RUN% was undone but for what failed above; /undo can be run again."& exit /b 0
ren "%STATE%\runs\%RUN%" "%RUN%.undone" >nul 2>&1
if exist "%STATE%\runs\%RUN%\" set "RESULT=20"& exit /b 0
call :say "Run %RUN% was undone."
exit /b 0

rem The last line first, whatever its number is.
:undo_each how action
for /l %%n in (%PLANS%,-1,1) do call :undo_planned %%n %~1 %~2
exit /b 0
:undo_planned place how action
set "PLACE=%~1"
call set "LINE=%%JOURNAL_PLAN_%~1%%"
for /f "eol=| tokens=1-6 delims=|" %%a in ("%LINE%") do if "%%c"=="%~3" call :undo_entry %%a %~2 "%%d" "%%e" "%%f"
exit /b 0
