rem Undo replays the newest run that is not yet undone. Every step looks at the machine first, so that it may be done
rem twice: also for a run that ended between a plan line and its done line. First the services that held the folders
rem stop, last the ones that ran before start.
:undo_newest_run
set "RESULT=0"
call :find_run
if "%RUN%"=="0" call :say "Nothing to undo."& exit /b 0
set "RESULT=20"
set "JOURNAL=%STATE%\runs\%RUN%\journal.txt"
call :check_journal
if errorlevel 1 exit /b 0
call :say "Undoing run %RUN%"
set "RESULT=0"
call :undo_hold_services
call :undo_each set_aside set-aside
call :undo_each service_start_type service-start-type
call :undo_each start_service start-service
call :undo_each stop_service stop-service
call :undo_each set_clock set-clock
call :undo_each repair_tool repair-tool
if defined WHATIF exit /b 0
if not "%RESULT%"=="0" exit /b 0
ren "%STATE%\runs\%RUN%" "%RUN%.undone" >nul 2>&1
if exist "%STATE%\runs\%RUN%\" set "RESULT=20"& exit /b 0
call :say "Undone."
exit /b 0

:undo_each how action
for /l %%n in (%LAST_ENTRY%,-1,1) do for /f "usebackq tokens=1-6 delims=|" %%a in ("%JOURNAL%") do (
    if "%%a|%%b|%%c"=="%%n|plan|%~2" call :undo_entry %%n %~1 "%%d" "%%e" "%%f"
)
exit /b 0
