rem On which Windows a check applies; an empty argument, or 0 for a build, sets no limit. Clears APPLIES where it does
rem not. Values of the registry are not translated, and SYSTEM has one SID everywhere.
:applies minbuild maxbuild kinds editions architectures accounts
set "CURRENT_VERSION=HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
call :reg_value "%CURRENT_VERSION%" CurrentBuildNumber
call :applies_from "%~1" "%~2"
call :reg_value "%CURRENT_VERSION%" InstallationType
set "KIND=server"
if /i "%VALUE%"=="Client" set "KIND=client"
call :applies_one_of "%~3" "%KIND%"
call :reg_value "%CURRENT_VERSION%" EditionID
call :applies_plain
call :applies_one_of "%~4" "%WORD%"
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment" PROCESSOR_ARCHITECTURE
call :applies_plain
set "ARCHITECTURE=%WORD%"
if /i "%WORD%"=="AMD64" set "ARCHITECTURE=x64"
call :applies_one_of "%~5" "%ARCHITECTURE%"
if "%~6"=="" exit /b 0
set "ACCOUNT=user"
for /f "eol=| tokens=2 delims=," %%s in ('%SYS%\whoami.exe /user /fo csv /nh 2^>nul') do if "%%~s"=="S-1-5-18" set "ACCOUNT=system"
call :applies_one_of "%~6" "%ACCOUNT%"
exit /b 0
:applies_from minbuild maxbuild
set "BUILD=0"
if not defined VALUE exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%VALUE%") do if not "%%x"=="" exit /b 0
set /a BUILD=VALUE 2>nul
if %BUILD% lss %~1 set "APPLIES="
if not "%~2"=="0" if %BUILD% gtr %~2 set "APPLIES="
exit /b 0
:applies_plain
set "WORD=%VALUE%"
set "TEXT=%WORD%"
call :plain_text
if errorlevel 1 set "WORD="
exit /b 0
:applies_one_of list value
if "%~1"=="" exit /b 0
for %%i in (%~1) do if /i "%%i"=="%~2" exit /b 0
set "APPLIES="
exit /b 0
