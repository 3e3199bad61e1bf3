rem Batch sees which event is the newest, not which ones belong to the same update. So it decides where that is enough:
rem no failure at all is healthy, and a failure as the newest event of its kind has no later success. Windows writes what
rem it installs to the log System, what it searches and downloads to one of its own.
set "CHANNEL=Microsoft-Windows-WindowsUpdateClient/Operational"
set /a SECONDS=%~1*86400
set "SINCE=TimeCreated[timediff(@SystemTime) <= %SECONDS%000]"
set "STORE=%~3"
if defined STORE if not exist "%SystemRoot%\%STORE%" set "STATUS=OK"& set "EVIDENCE=no store of downloads yet"& exit /b 0
if defined STORE if defined RENEWED set "STATUS=OK"& set "EVIDENCE=the store of downloads is new"& exit /b 0
"%SYS%\wevtutil.exe" gl "%CHANNEL%" >nul 2>&1
if not "%errorlevel%"=="0" set "EVIDENCE=the event log of Windows Update cannot be read"& exit /b 0
set "NEWEST="
call :test_update_failure_code "<Event "
if errorlevel 1 set "STATUS=OK"& set "EVIDENCE=no failure in %~1 days"& exit /b 0
set "CODES=%~2"
if not defined CODES goto :test_update_failure_newest
set "FOUND="
for %%c in (%CODES%) do (
    call :test_update_failure_code "%%c"
    if not errorlevel 1 set "FOUND=%%c"
)
rem When the store was made is a date in words: whether these failures are older, only diagnose.ps1 can tell.
set "EVIDENCE=failures with %FOUND% in %~1 days, perhaps settled since"
if not defined FOUND set "STATUS=OK"& set "EVIDENCE=no failure with these codes in %~1 days"
exit /b 0

rem Whether a failure in either log holds a text.
:test_update_failure_code text
call :test_update_failure_holds System "EventID=20 or EventID=24" "%~1"
if not errorlevel 1 exit /b 0
call :test_update_failure_holds "%CHANNEL%" "EventID=25 or EventID=31" "%~1"
exit /b %errorlevel%

:test_update_failure_newest
set "NEWEST=/rd:true /c:1"
set "EVIDENCE=failures in %~1 days, perhaps settled since"
call :test_update_failure_holds "%CHANNEL%" "EventID=25 or EventID=26" "<EventID>25</EventID>"
if not errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=the newest search for updates failed"& exit /b 0
set "INSTALLS=EventID=19 or EventID=20"
call :test_update_failure_holds System "%INSTALLS%" "<EventID>20</EventID>"
if errorlevel 1 exit /b 0
rem Apps from the Store log the same events under services of their own, and fail for reasons of their own.
call :test_update_failure_holds System "%INSTALLS%" "855E8A7C-ECB4-4CA3-B045-1DFA50104289"
if not errorlevel 1 exit /b 0
call :test_update_failure_holds System "%INSTALLS%" "117CAB2D-82B1-4B5A-A08C-4D62DBEE7782"
if not errorlevel 1 exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the newest installation of an update failed"
exit /b 0

rem Whether events of a log hold a text: one of them, or with NEWEST the newest. Other providers use these ids too.
:test_update_failure_holds log ids text
"%SYS%\wevtutil.exe" qe %~1 "/q:*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient'] and (%~2) and %SINCE%]]" /f:xml %NEWEST% 2>nul | "%SYS%\find.exe" /i "%~3" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
