rem Makes a folder that was not there. With CLOSES and elevated it belongs to administrators and to whoever runs this,
rem whatever the folder above it gives to others, and has to be empty then: there was a moment before.
:new_folder folder
set "MADE="
md "%~1" 2>nul && set "MADE=1"
if not defined MADE exit /b 1
call :no_link "%~1"
if errorlevel 1 exit /b 1
if not defined CLOSES exit /b 0
call :elevated
if errorlevel 1 exit /b 0
call :close_folder "%~1"
if errorlevel 1 exit /b 1
for /f "eol=| delims=" %%n in ('dir /b /a "%~1" 2^>nul') do exit /b 1
for /f "eol=| tokens=2 delims=," %%s in ('%SYS%\whoami.exe /user /fo csv /nh 2^>nul') do "%SYS%\icacls.exe" "%~1" /grant *%%~s:(OI)(CI)F /q >nul 2>&1
exit /b 0
