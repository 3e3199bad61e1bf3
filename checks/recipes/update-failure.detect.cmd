rem Batch sees which event is the newest, not which ones belong to the same update. So it decides where that is enough:
rem no failure at all is healthy, and a failure as the newest event of its kind has no later success.
set "CHANNEL=Microsoft-Windows-WindowsUpdateClient/Operational"
set /a SECONDS=%~1*86400
set "SINCE=TimeCreated[timediff(@SystemTime) <= %SECONDS%000]"
set "STORE=%~3"
if defined STORE if not exist "%SystemRoot%\%STORE%" set "STATUS=OK"& set "EVIDENCE=no store of downloads yet"& exit /b 0
if defined STORE if defined RENEWED set "STATUS=OK"& set "EVIDENCE=the store of downloads is new"& exit /b 0
"%SYS%\wevtutil.exe" gl "%CHANNEL%" >nul 2>&1
if not "%errorlevel%"=="0" set "EVIDENCE=the event log of Windows Update cannot be read"& exit /b 0
set "FAILURES="
for /f "tokens=1 delims=<" %%e in ('%SYS%\wevtutil.exe qe "%CHANNEL%" "/q:*[System[(EventID=20 or EventID=24 or EventID=25 or EventID=31) and %SINCE%]]" /f:xml /c:1 2^>nul') do set "FAILURES=1"
if not defined FAILURES set "STATUS=OK"& set "EVIDENCE=no failure in %~1 days"& exit /b 0
set "CODES=%~2"
if not defined CODES goto :test_update_failure_newest
set "FOUND="
for %%c in (%CODES%) do (
    call :test_update_failure_code "%%c"
    if not errorlevel 1 set "FOUND=%%c"
)
rem When the store was made is a date in words: whether these failures are older, only the other edition can tell.
set "EVIDENCE=failures with %FOUND% in %~1 days, perhaps settled since"
if not defined FOUND set "STATUS=OK"& set "EVIDENCE=no failure with these codes in %~1 days"
exit /b 0

:test_update_failure_code code
"%SYS%\wevtutil.exe" qe "%CHANNEL%" "/q:*[System[(EventID=20 or EventID=24 or EventID=25 or EventID=31) and %SINCE%]]" /f:xml 2>nul | "%SYS%\find.exe" /i "%~1" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1

:test_update_failure_newest
set "EVIDENCE=failures in %~1 days, perhaps settled since"
call :test_update_failure_holds 25 26 "<EventID>25</EventID>"
if not errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=the newest search for updates failed"& exit /b 0
call :test_update_failure_holds 19 20 "<EventID>20</EventID>"
if errorlevel 1 exit /b 0
rem Apps from the Store log the same events under services of their own, and fail for reasons of their own.
call :test_update_failure_holds 19 20 "855E8A7C-ECB4-4CA3-B045-1DFA50104289"
if not errorlevel 1 exit /b 0
call :test_update_failure_holds 19 20 "117CAB2D-82B1-4B5A-A08C-4D62DBEE7782"
if not errorlevel 1 exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the newest installation of an update failed"
exit /b 0

rem Whether the newest event with one of two ids holds a text.
:test_update_failure_holds id otherid text
"%SYS%\wevtutil.exe" qe "%CHANNEL%" "/q:*[System[(EventID=%~1 or EventID=%~2) and %SINCE%]]" /f:xml /rd:true /c:1 2>nul | "%SYS%\find.exe" /i "%~3" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
