call :main
call :pause_after_double_click
exit /b %RESULT%

rem Runs the chosen checks, says what each found and sets the exit code.
:main
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
call :open_report
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=2"
call :check_folders
if errorlevel 1 exit /b 0
set "PROBLEMS=0"
set "UNDECIDED=0"
set "VISIT=test"
set "RENEWED="
call :all_checks
set "RESULT=0"
if not "%UNDECIDED%"=="0" set "RESULT=2"
if not "%PROBLEMS%"=="0" set "RESULT=1"
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
rem Detection has no default choice: without /check every check runs.
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if defined APPLIES (call :look "%~3") else set "STATUS=NA"& set "EVIDENCE=not for this Windows"
call :say_status %1 %2
if "%STATUS%"=="PROBLEM" set /a PROBLEMS+=1
if "%STATUS%"=="UNKNOWN" set /a UNDECIDED+=1
if "%STATUS%"=="NOT EVALUATED" set /a UNDECIDED+=1
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "STATUS=NOT EVALUATED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
set /a UNDECIDED+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: reads what this PC says of itself and changes nothing.
echo   /check id ...   only these checks
echo   /skip id ...    all but these
echo   /list           list the checks
echo   /out path       write the report to a file too
echo   /quiet          no output, no pause: the exit code says it
exit /b 0
