rem The access list of a service as SDDL, which has no words in it. SECURITY stays empty where it may not be read.
:service_security name
set "SECURITY="
for /f "eol=| delims=" %%a in ('%SYS%\sc.exe sdshow "%~1" 2^>nul') do (
    set "TEXT=%%a"
    call :service_security_text
)
exit /b 0
:service_security_text
call :plain_text
if errorlevel 1 exit /b 0
set "PART=%TEXT:~0,2%"
if "%PART%"=="D:" set "SECURITY=%TEXT%"
exit /b 0
