rem Only whether a download has begun: whether it goes on, diagnose.ps1 watches. What begins one and what installs it
rem stands in one log; that it ended without either, in another, and the two cannot be put in order here.
set "CHANNEL=Microsoft-Windows-WindowsUpdateClient/Operational"
set /a SECONDS=%~2*3600
set "EVIDENCE=the event log of Windows Update cannot be read"
"%SYS%\wevtutil.exe" gl "%CHANNEL%" >nul 2>&1
if not "%errorlevel%"=="0" exit /b 0
"%SYS%\wevtutil.exe" qe System "/q:*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient'] and (EventID=19 or EventID=20 or EventID=43 or EventID=44) and TimeCreated[timediff(@SystemTime) <= %SECONDS%000]]]" /f:xml /rd:true /c:1 2>nul | "%SYS%\find.exe" "<EventID>44</EventID>" >nul 2>&1
set "BEGUN=%errorlevel%"
set "EVIDENCE=a download began; only %TWIN% tells whether it goes on"
if "%BEGUN%"=="0" exit /b 0
set "STATUS=OK"
set "EVIDENCE=no download is under way"
