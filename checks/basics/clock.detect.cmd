rem Asks the time server that Windows itself uses. Of the answer only its last line is read, and of that the offset in
rem seconds, which has a sign and a point in every language.
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters" NtpServer
for /f "eol=| tokens=1 delims=, " %%s in ("%VALUE%") do set "TIME_SERVER=%%s"
set "EVIDENCE=no time server is set"
if not defined VALUE exit /b 0
set "OFFSET="
for /f "eol=| tokens=2 delims=, " %%o in ('%SYS%\w32tm.exe /stripchart "/computer:%TIME_SERVER%" /dataonly /samples:1 2^>nul') do if not "%%o"=="" set "OFFSET=%%o"
set "EVIDENCE=no answer from %TIME_SERVER%"
if not defined OFFSET exit /b 0
set "OFFSET=%OFFSET:"=?%"
set "DIRECTION=ahead"
set "PART=%OFFSET:~0,1%"
if "%PART%"=="+" set "DIRECTION=behind"
set "PART=%OFFSET:~0,1%"
if not "%PART%"=="+" if not "%PART%"=="-" exit /b 0
set "SECONDS="
for /f "eol=| tokens=1 delims=+-.s" %%n in ("%OFFSET%") do set "WHOLE=%%n"
rem A number with a zero in front would be read as octal.
for /f "eol=| tokens=* delims=0" %%n in ("%WHOLE%") do set "SECONDS=%%n"
if not defined SECONDS set "SECONDS=0"
for /f "eol=0 delims=0123456789" %%x in ("%SECONDS%") do if not "%%x"=="" exit /b 0
set "OFF=2147483647"
set /a OFF=SECONDS 2>nul
set /a LIMIT=%~3*60
set "STATUS=OK"
set "EVIDENCE=%SECONDS% s %DIRECTION% of %TIME_SERVER%"
if %OFF% gtr %LIMIT% set "STATUS=PROBLEM"
