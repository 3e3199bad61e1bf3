call :main
call :pause_after_double_click
exit /b %RESULT%

rem Copies what the chosen checks export into one folder and sets the exit code.
:main
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=2"
call :check_folders
if errorlevel 1 exit /b 0
set "BUNDLE=%OUT%"
set "OUT="
if defined BUNDLE goto :collect_into
if not defined TEMP (
    >&2 echo %SCRIPT%: TEMP is not set. Name a new folder with /out.
    set "RESULT=64"
    exit /b 0
)
call :bundle_place
if errorlevel 1 goto :collect_unmade
:collect_into
rem Labels get this path by call, which reads percent signs in it and doubles carets.
for /f "eol=| tokens=1* delims=%%^" %%a in ("/%BUNDLE%/") do if not "%%b"=="" goto :collect_refused
rem An existing folder may hold another PC's logs: nothing is mixed or overwritten.
if exist "%BUNDLE%" (
    >&2 echo There is something at that path already: "%BUNDLE%"
    set "RESULT=64"
    exit /b 0
)
call :new_folder "%BUNDLE%"
if errorlevel 1 goto :collect_unmade
>"%BUNDLE%\00-README.txt" echo This folder is NOT redacted: it holds names and addresses, and may hold passwords.
>>"%BUNDLE%\00-README.txt" echo Keep it in your organisation. %TWIN% puts pseudonyms in their place.
set "BUNDLE_PROBLEMS=0"
set "VISIT=export"
call :all_checks
set "RESULT=0"
if not "%BUNDLE_PROBLEMS%"=="0" set "RESULT=2"
if defined CLOSED call :open_bundle
call :say "Logs are in this folder, not redacted:"
if not defined QUIET for %%p in ("%BUNDLE%") do echo %%~fp
exit /b 0

:collect_unmade
>&2 echo The folder cannot be made: "%BUNDLE%"
set "RESULT=64"
exit /b 0

:collect_refused
>&2 echo %SCRIPT%: batch does not carry this path; name another one with /out: "%BUNDLE%"
set "RESULT=64"
exit /b 0

rem What SYSTEM has for temporary files is open to all: the time tells a name of RANDOM, and whoever has opened a folder
rem before it is closed can still turn it into a link. Elevated, the bundle stands where users can make nothing.
:bundle_place
set "CLOSED="
set "BUNDLE=%TEMP%\%PRODUCT%-logs-%RANDOM%-%RANDOM%-%RANDOM%"
call :elevated
if errorlevel 1 exit /b 0
set "BUNDLE=%ProgramFiles%\Mendsheet"
call :closed_path
if errorlevel 1 exit /b 1
if not exist "%CLOSED%\" md "%CLOSED%" 2>nul
call :close_folder "%CLOSED%"
if errorlevel 1 exit /b 1
set "BUNDLE=%CLOSED%\%PRODUCT%-logs-%RANDOM%-%RANDOM%-%RANDOM%"
exit /b 0

rem Whoever has run this reads the bundle without elevation too. Only now, when nothing is written any more.
:open_bundle
for /f "eol=| tokens=2 delims=," %%s in ('%SYS%\whoami.exe /user /fo csv /nh 2^>nul') do "%SYS%\icacls.exe" "%BUNDLE%" /grant *%%~s:(OI)(CI)F /q >nul 2>&1
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if not defined APPLIES exit /b 0
set "BUNDLE_PART=%BUNDLE%\%~1-%~2"
md "%BUNDLE_PART%" 2>nul
call :no_link "%BUNDLE_PART%"
if errorlevel 1 call :bundle_problem "%~1-%~2: no folder could be made for it"& exit /b 0
call :say "Collecting: %TITLE%"
call :check_%~3 export
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "STATUS=NOT COLLECTED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
if defined CHOSEN set /a BUNDLE_PROBLEMS+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: copies logs into one folder and changes nothing else.
echo   /check id ...   only what these checks export
echo   /skip id ...    all but these
echo   /list           list the checks
echo   /out path       the new folder; without it, one below TEMP or, elevated, Program Files
echo   /quiet          no output, no pause: the exit code says it
exit /b 0
