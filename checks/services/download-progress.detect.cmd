rem Only whether a download is under way: how its files grow, the other edition watches. 44 begins one, the others end it.
set "CHANNEL=Microsoft-Windows-WindowsUpdateClient/Operational"
set /a SECONDS=%~2*3600
set "EVIDENCE=the event log of Windows Update cannot be read"
"%SYS%\wevtutil.exe" gl "%CHANNEL%" >nul 2>&1
if not "%errorlevel%"=="0" exit /b 0
"%SYS%\wevtutil.exe" qe "%CHANNEL%" "/q:*[System[(EventID=19 or EventID=20 or EventID=31 or EventID=41 or EventID=43 or EventID=44) and TimeCreated[timediff(@SystemTime) <= %SECONDS%000]]]" /f:xml /rd:true /c:1 2>nul | "%SYS%\find.exe" "<EventID>44</EventID>" >nul 2>&1
set "UNDER_WAY=%errorlevel%"
set "EVIDENCE=a download is under way; only the other edition watches it"
if "%UNDER_WAY%"=="0" exit /b 0
set "STATUS=OK"
set "EVIDENCE=no download is under way"
