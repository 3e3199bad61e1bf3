rem The newest files that a pattern names, each up to a size. Sizes are compared in millions of bytes, since batch
rem reckons in 32 bits.
:bundle_file pattern newest megabytes
set "COPIED=0"
for /f "eol=| delims=" %%f in ('dir /b /a-d /o-d "%~1" 2^>nul') do (
    set "FILE_NAME=%%f"
    call :bundle_one_file "%~dp1" "%~2" "%~3"
)
exit /b 0
:bundle_one_file folder newest megabytes
set "TEXT=%FILE_NAME%"
call :plain_text
if errorlevel 1 call :bundle_problem "a file whose name batch does not carry, in %~1"& exit /b 0
call :bundle_named_file "%~1%FILE_NAME%" %2 %3
exit /b 0
:bundle_named_file path newest megabytes
if %COPIED% geq %~2 exit /b 0
set /a COPIED+=1
set "SIZE=%~z1"
set "SIZE=%SIZE:~0,-6%"
set /a MILLIONS=SIZE
if %MILLIONS% geq %~3 call :bundle_problem "larger than %~3 MB: %~1"& exit /b 0
"%SYS%\xcopy.exe" "%~1" "%BUNDLE_PART%\" /h /y /q >nul 2>&1 <nul
if "%errorlevel%"=="0" exit /b 0
call :bundle_problem "cannot be read: %~1"
exit /b 0
