call :main
call :pause_after_double_click
exit /b %RESULT%

rem Repairs the chosen checks and sets the exit code.
:main
if defined UNDO goto :undo_elsewhere
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
if defined FORCE if not defined CHOSEN (
    >&2 echo %SCRIPT%: /force repairs the checks of /check, so it needs them.
    exit /b 0
)
call :open_report
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=1"
call :check_folders
if errorlevel 1 exit /b 0
rem A preview writes nothing, so it needs neither rights nor lock.
if defined WHATIF goto :work
call :elevated
if errorlevel 1 (
    set "RESULT=10"
    >&2 echo Run this from a command prompt that was opened as administrator.
    exit /b 0
)
call :secure_state_folder
if errorlevel 1 exit /b 0
set "LOCKED="
rem The file stays open while :locked runs, and Windows closes it however this script ends: no lock outlives its run.
rem Whoever cannot open it has never been in there.
call :lock 2>nul
if defined LOCKED exit /b 0
set "RESULT=14"
>&2 echo Another run is active: "%STATE%\lock" is in use.
exit /b 0

rem Its own label, so that Windows says nothing when the file cannot be opened.
:lock
call :locked 2>"%STATE%\lock"
exit /b 0

:locked
set "LOCKED=1"
goto :work

:work
set "GUARDED="
for %%v in (REPAIRED FAILED UNDECIDED UNSEEN ENTRY) do set "%%v=0"
for %%v in (BLOCKED RESTART RUN JOURNAL STOPPED_SERVICES) do set "%%v="
set "VISIT=repair"
call :all_checks
if defined BLOCKED exit /b 0
set "RESULT=0"
if defined WHATIF call :say "Nothing was changed."& exit /b 0
if not "%UNSEEN%"=="0" set "RESULT=2"
if defined RESTART set "RESULT=3010"
if not "%UNDECIDED%"=="0" set "RESULT=1"
if not "%FAILED%"=="0" set "RESULT=1"
if not "%RESULT%"=="0" if not "%RESULT%"=="3010" if not "%REPAIRED%"=="0" set "RESULT=3"
if defined RUN call :say "To bring back what was there: %TWIN% -Undo"
exit /b 0

rem A journal steers what runs elevated, and batch cannot see who owns it and may write it.
:undo_elsewhere
set "RESULT=20"
call :say "Nothing was undone: batch cannot see who owns a journal and who may write it. Run this in PowerShell, as administrator:"
call :say "powershell -ExecutionPolicy RemoteSigned -File .\%TWIN% -Undo"
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
if defined BLOCKED exit /b 0
call :choose "%~2" "%~6"
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if defined APPLIES (call :look "%~3") else set "STATUS=NA"& set "EVIDENCE=not for this Windows"
rem Only what is a problem is repaired; the rest is left alone unless it is forced.
if "%STATUS%"=="NA" goto :visit_left
if not "%STATUS%"=="PROBLEM" if not defined FORCE goto :visit_left
call :guard
if errorlevel 1 goto :visit_left
if not "%STATUS%"=="PROBLEM" set "EVIDENCE=no problem was found, but /force asks for it"
set "TEXT=Repairing %~1 %~2: %TITLE% [%EVIDENCE%]"
if defined WHATIF set "TEXT=Would repair %~1 %~2: %TITLE% [%EVIDENCE%]"
call :say_text
set "ACTION_FAILED="
set "RENEWED="
set "FIRST_ENTRY=%ENTRY%"
call :check_%~3 repair
if defined WHATIF exit /b 0
rem The machine has the last word: what the second look still finds was not repaired.
call :look "%~3"
if defined ACTION_FAILED set "STATUS=PROBLEM"
call :say_status %1 %2
if "%STATUS%"=="PROBLEM" set /a FAILED+=1
if "%STATUS%"=="UNKNOWN" set /a UNDECIDED+=1
if not "%STATUS%"=="OK" exit /b 0
if "%FIRST_ENTRY%"=="%ENTRY%" exit /b 0
set /a REPAIRED+=1
if "%~5"=="1" set "RESTART=1"
exit /b 0

:visit_left
call :say_status %1 %2
if "%STATUS%"=="NA" exit /b 0
if "%STATUS%"=="OK" exit /b 0
if "%STATUS%"=="NOT EVALUATED" if not defined CHOSEN exit /b 0
set /a UNSEEN+=1
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
if not defined CHOSEN exit /b 0
call :choose "%~2" 0
if errorlevel 1 exit /b 0
set "STATUS=NOT EVALUATED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
set /a UNSEEN+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: looks, repairs what is a problem, and keeps everything that it replaces.
echo   /check id ...   only these checks; without it all
echo   /force          repair the checks of /check although they are no problem
echo   /skip id ...    all but these
echo   /whatif         show each change and make none
echo   /undo           names the command that brings back what the newest run has changed: %TWIN% -Undo
echo   /allowmanaged   repair although an organisation manages this PC
echo   /list           list the checks
echo   /out path       write the report to a file too
echo   /quiet          no output, no pause: the exit code says it
exit /b 0
