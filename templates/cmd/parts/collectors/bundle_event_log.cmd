rem Events of the last days as an .evtx file, chosen by XPath: no word of the log is read here. 20 days and more do not
rem fit into the 32 bits of set /a as milliseconds, so the three last zeros are written as text.
:bundle_event_log channel days
set /a SECONDS=%~2*86400
set "EVENT_FILE=%~1"
set "EVENT_FILE=%EVENT_FILE:/=-%"
"%SYS%\wevtutil.exe" epl "%~1" "%BUNDLE_PART%\%EVENT_FILE%.evtx" "/q:*[System[TimeCreated[timediff(@SystemTime) <= %SECONDS%000]]]" /ow:true >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
call :bundle_problem "event log %~1 (wevtutil: %errorlevel%)"
exit /b 0
