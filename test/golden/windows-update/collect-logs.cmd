@echo off
rem Mendsheet 0.1.0 - windows-update - collect-logs, cmd edition: native batch, needs no PowerShell.
rem Made from a checklist. Do not edit: change the checklist and build again.
rem Sections: start, main, checks, recipes, runtime, collectors
rem
rem Windows Update
rem Copies logs into one folder and changes nothing else.
rem Exit codes: 0 collected, 2 something could not be read, 11 not for this Windows, 64 wrong usage, 70 a defect of this script.
setlocal EnableExtensions DisableDelayedExpansion
set "PRODUCT=windows-update"
set "VERSION=0.1.0"
set "SCRIPT=collect-logs.cmd"
set "TWIN=collect-logs.ps1"
set "SWITCHES=check skip list quiet out"

rem ------------------------------------------------------------------ start
set "SELF=%~f0"
set "ERRORLEVEL="
rem Folders of the caller's: a quotation mark in one would make commands of what stands behind it. That of Windows is
rem looked at before anything in it is started.
if not defined SystemRoot if defined windir set "SystemRoot=%windir:"=%"
if defined SystemRoot set "SystemRoot=%SystemRoot:"=%"
if defined ProgramData set "ProgramData=%ProgramData:"=%"
if defined ProgramFiles set "ProgramFiles=%ProgramFiles:"=%"
if defined TEMP set "TEMP=%TEMP:"=%"
set "PART=%SystemRoot:~1,2%"
if not "%PART%"==":\" goto :windows_unknown
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._-" %%x in ("%SystemRoot%") do if not "%%x"=="" goto :windows_unknown
rem A 32-bit cmd.exe sees other folders and another registry. The path goes over as a variable, which is expanded once. The
rem outer marks count for nothing here, so that arguments stand in their own.
if not defined PROCESSOR_ARCHITEW6432 goto :environment
set "PROCESSOR_ARCHITEW6432="
if not exist "%SystemRoot%\Sysnative\cmd.exe" goto :environment
"%SystemRoot%\Sysnative\cmd.exe" /d /e:on /v:off /s /c ^""%%SELF%%" %*^"
exit /b %errorlevel%

:windows_unknown
>&2 echo %SCRIPT%: SystemRoot does not name the folder of Windows in a way that batch can use. Use %TWIN%.
exit /b 11

rem Whatever else the caller has set is forgotten: ERRORLEVEL or DIRCMD would change what commands answer, and a variable
rem with one of our names what this script does. A loop over a command starts ComSpec: where that does not answer, as
rem behind a broken AutoRun, every guard would pass.
:environment
set "SYS=%SystemRoot%\System32"
set "ComSpec=%SystemRoot%\System32\cmd.exe"
set "PATH=%SystemRoot%\System32;%SystemRoot%"
set "SystemDrive=%SystemRoot:~0,2%"
set "KEPT=PRODUCT VERSION SCRIPT TWIN SWITCHES PRODUCT_GUARD KEPT SELF SYS ComSpec PATH SystemDrive SystemRoot windir"
set "KEPT=%KEPT% ProgramData ProgramFiles TEMP TMP USERPROFILE APPDATA LOCALAPPDATA USERDOMAIN USERNAME COMPUTERNAME SESSIONNAME"
set "KEPT=%KEPT% ALLUSERSPROFILE PUBLIC OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE"
set "UNASKED=1"
for /f "eol== delims==" %%v in ('set') do (
    set "FORGET=1"
    for %%k in (%KEPT%) do if /i "%%v"=="%%k" set "FORGET="
    if defined FORGET set "%%v="
)
set "FORGET="
if defined UNASKED (
    >&2 echo %SCRIPT%: cmd.exe does not answer, perhaps because of its AutoRun setting. Use %TWIN%.
    exit /b 11
)
set "STATE=%ProgramData%\Mendsheet\%PRODUCT%"
set "STATE_KEY=HKLM\SOFTWARE\Mendsheet\%PRODUCT%"
set "RESULT=70"

:arguments
set "GIVEN=%~1"
if defined GIVEN goto :argument
rem An empty argument is not the end of the list.
set GIVEN=%1
if defined GIVEN goto :wrong_usage
goto :arguments_end

:argument
set "GIVEN=%GIVEN:"=%"
if not defined GIVEN goto :wrong_usage
shift /1
if "%GIVEN%"=="/?" call :usage & exit /b 0
set "PART=%GIVEN:~0,1%"
if not "%PART%"=="/" if "%EXPECTS%"=="out" set "OUT=%GIVEN%"& set "EXPECTS="& set "LACKS="& goto :arguments
set "ASKED=%GIVEN%"
for /f "eol=- delims=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-" %%x in ("%ASKED%") do if not "%%x"=="" goto :wrong_usage
if "%PART%"=="/" goto :switch
if "%EXPECTS%"=="check" set "CHOSEN=%CHOSEN% %ASKED%"& set "LACKS="& goto :arguments
if "%EXPECTS%"=="skip" set "SKIPPED=%SKIPPED% %ASKED%"& set "LACKS="& goto :arguments
goto :wrong_usage

:switch
if defined LACKS set "GIVEN=%LACKS%"& goto :wrong_usage
set "EXPECTS="
set "SWITCH="
for %%s in (%SWITCHES%) do if /i "%ASKED%"=="/%%s" set "SWITCH=%%s"
if not defined SWITCH goto :wrong_usage
for %%s in (check skip out) do if "%SWITCH%"=="%%s" set "EXPECTS=%%s"
if defined EXPECTS set "LACKS=%GIVEN%"
if "%SWITCH%"=="force" set "FORCE=1"
if "%SWITCH%"=="whatif" set "WHATIF=1"
if "%SWITCH%"=="undo" set "UNDO=1"
if "%SWITCH%"=="list" set "LIST=1"
if "%SWITCH%"=="quiet" set "QUIET=1"
if "%SWITCH%"=="allowmanaged" set "ALLOW_MANAGED=1"
goto :arguments

:wrong_usage
>&2 echo %SCRIPT%: not understood: "%GIVEN%"
call :usage
exit /b 64

:arguments_end
set "GIVEN=%LACKS%"
if defined LACKS goto :wrong_usage
rem A star or a question mark would name files that are there already.
set "GIVEN=%OUT%"
for /f "eol=| tokens=1* delims=*?" %%a in ("/%OUT%/") do if not "%%b"=="" goto :wrong_usage

rem ------------------------------------------------------------------- main
call :main
call :pause_after_double_click
exit /b %RESULT%

rem Copies what the chosen checks export into one folder and sets the exit code.
:main
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=2"
call :check_folders
if errorlevel 1 exit /b 0
set "BUNDLE=%OUT%"
set "OUT="
if defined BUNDLE goto :collect_into
if not defined TEMP (
    >&2 echo %SCRIPT%: TEMP is not set. Name a new folder with /out.
    set "RESULT=64"
    exit /b 0
)
call :bundle_place
if errorlevel 1 goto :collect_unmade
:collect_into
rem Labels get this path by call, which reads percent signs in it and doubles carets.
for /f "eol=| tokens=1* delims=%%^" %%a in ("/%BUNDLE%/") do if not "%%b"=="" goto :collect_refused
rem An existing folder may hold another PC's logs: nothing is mixed or overwritten.
if exist "%BUNDLE%" (
    >&2 echo There is something at that path already: "%BUNDLE%"
    set "RESULT=64"
    exit /b 0
)
call :new_folder "%BUNDLE%"
if errorlevel 1 goto :collect_unmade
>"%BUNDLE%\00-README.txt" echo This folder is NOT redacted: it holds names and addresses, and may hold passwords.
>>"%BUNDLE%\00-README.txt" echo Keep it in your organisation. %TWIN% puts pseudonyms in their place.
set "BUNDLE_PROBLEMS=0"
set "VISIT=export"
call :all_checks
set "RESULT=0"
if not "%BUNDLE_PROBLEMS%"=="0" set "RESULT=2"
if defined CLOSED call :open_bundle
call :say "Logs are in this folder, not redacted:"
if not defined QUIET for %%p in ("%BUNDLE%") do echo %%~fp
exit /b 0

:collect_unmade
>&2 echo The folder cannot be made: "%BUNDLE%"
set "RESULT=64"
exit /b 0

:collect_refused
>&2 echo %SCRIPT%: batch does not carry this path; name another one with /out: "%BUNDLE%"
set "RESULT=64"
exit /b 0

rem What SYSTEM has for temporary files is open to all: the time tells a name of RANDOM, and whoever has opened a folder
rem before it is closed can still turn it into a link. Elevated, the bundle stands where users can make nothing.
:bundle_place
set "CLOSED="
set "BUNDLE=%TEMP%\%PRODUCT%-logs-%RANDOM%-%RANDOM%-%RANDOM%"
call :elevated
if errorlevel 1 exit /b 0
set "BUNDLE=%ProgramFiles%\Mendsheet"
call :closed_path
if errorlevel 1 exit /b 1
if not exist "%CLOSED%\" md "%CLOSED%" 2>nul
call :close_folder "%CLOSED%"
if errorlevel 1 exit /b 1
set "BUNDLE=%CLOSED%\%PRODUCT%-logs-%RANDOM%-%RANDOM%-%RANDOM%"
exit /b 0

rem Whoever has run this reads the bundle without elevation too. Only now, when nothing is written any more.
:open_bundle
for /f "eol=| tokens=2 delims=," %%s in ('%SYS%\whoami.exe /user /fo csv /nh 2^>nul') do "%SYS%\icacls.exe" "%BUNDLE%" /grant *%%~s:(OI)(CI)F /q >nul 2>&1
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if not defined APPLIES exit /b 0
set "BUNDLE_PART=%BUNDLE%\%~1-%~2"
md "%BUNDLE_PART%" 2>nul
call :no_link "%BUNDLE_PART%"
if errorlevel 1 call :bundle_problem "%~1-%~2: no folder could be made for it"& exit /b 0
call :say "Collecting: %TITLE%"
call :check_%~3 export
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "STATUS=NOT COLLECTED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
if defined CHOSEN set /a BUNDLE_PROBLEMS+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: copies logs into one folder and changes nothing else.
echo   /check id ...   only what these checks export
echo   /skip id ...    all but these
echo   /list           list the checks
echo   /out path       the new folder; without it, one below TEMP or, elevated, Program Files
echo   /quiet          no output, no pause: the exit code says it
exit /b 0

rem ----------------------------------------------------------------- checks
rem visit_check item id label minutes restart default "title"
:all_checks
call :visit_check 25 event-log 25_event_log 0 0 1 "Failures in the event log"
call :visit_check 26 windows-update-log 26_windows_update_log 0 0 1 "Windows Update logs"
exit /b 0

rem 25 event-log: Failures in the event log. Windows records each search, download and installation with
rem its error code. Codes of failures that no later success has settled tell which of the other checks
rem to look at.
:check_25_event_log
if "%~1"=="export" call :export_log_collection "Microsoft-Windows-WindowsUpdateClient/Operational Microsoft-Windows-Bits-Client/Operational Microsoft-Windows-UpdateOrchestrator/Operational Microsoft-Windows-DeliveryOptimization/Operational Setup System" "" "14" "20" "32" "" ""
exit /b 0

rem 26 windows-update-log: Windows Update logs. Windows Update keeps a short record of every result
rem (ReportingEvents.log) and detailed traces (.etl) that are decoded on another PC. What the record
rem says is read here; the files themselves are collected as they are.
:check_26_windows_update_log
if "%~1"=="export" call :export_log_collection "" "Logs\WindowsUpdate\*.etl SoftwareDistribution\ReportingEvents.log Logs\CBS\CBS.log Logs\CBS\CbsPersist_*.log Logs\DISM\dism.log Logs\MoSetup\*.log Logs\SetupDiag\SetupDiagResults.* Panther\setup*.log Panther\NewOs\Panther\setup*.log Panther\UnattendGC\setup*.log ..\$WINDOWS.~BT\Sources\Panther\setup*.log ..\$WINDOWS.~BT\Sources\Rollback\setup*.log Logs\SIH\*.etl ..\ProgramData\USOShared\Logs\System\*.etl INF\setupapi.dev.log debug\NetSetup.LOG WinSxS\pending.xml servicing\Sessions\Sessions.xml System32\drivers\etc\hosts" "14" "20" "32" "HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings HKLM:\SYSTEM\Setup\MoSetup HKLM:\SYSTEM\Setup\SetupDiag\Results" "Get-WindowsUpdateLog LogPath WindowsUpdate.log"
exit /b 0

rem ---------------------------------------------------------------- recipes

:export_log_collection
for %%c in (%~1) do call :bundle_event_log "%%c" "%~3"
for %%k in (%~6) do call :bundle_registry "%%k"
rem Not by for, which would look for a name with an asterisk where the user stands.
set "PATTERNS=%~2"
:export_log_collection_next
if not defined PATTERNS exit /b 0
for /f "eol=| tokens=1* delims= " %%a in ("%PATTERNS%") do (
    set "PATTERN=%SystemRoot%\%%a"
    set "PATTERNS=%%b"
)
call :bundle_file "%PATTERN%" "%~4" "%~5"
goto :export_log_collection_next
exit /b 0

rem runtime ------------------------------------------------------------------

rem Words for people. They go through a for variable, since an ampersand in a path would end a bare echo. The report is named
rem outside of that loop, which would read a percent sign in its name.
:say text
set "TEXT=%~1"
goto :say_text
:say_text
if not defined QUIET call :say_line
if defined OUT call :say_line >>"%OUT%"
exit /b 0
:say_line
for /f "eol=| delims=" %%t in ("%TEXT%") do echo %%t
exit /b 0

:say_status item id
set "COLUMN=%STATUS%            "
set "TEXT=%COLUMN:~0,13% %~1 %~2: %TITLE%"
if defined EVIDENCE set "TEXT=%TEXT% [%EVIDENCE%]"
goto :say_text

rem A window that Explorer opened closes with the script, so it waits for a key. Explorer's command line, and that of
rem "Run as administrator", is exactly: cmd.exe /c "path" and a space. A service has no session name, and nobody to
rem press a key.
:pause_after_double_click
if defined QUIET exit /b 0
if not defined SESSIONNAME exit /b 0
rem delayed expansion: on. The command line holds quotation marks and whatever a folder name may hold.
setlocal EnableDelayedExpansion
set "STARTED="
set "STARTED=!cmdcmdline!"
if defined STARTED set "STARTED=!STARTED:"=!"
set "CLICKED="
if /i "!STARTED!"=="!SYS!\cmd.exe /c !SELF! " set "CLICKED=1"
endlocal & set "CLICKED=%CLICKED%"
rem delayed expansion: off
if defined CLICKED pause
exit /b 0

:match_choice item id
if /i "%~2"=="%WANTED%" set "MATCHED=1"
exit /b 0

rem An id that no check has is a mistake to say, not to pass over: the wrong checks would run.
:check_choice
set "VISIT=match"
for %%c in (%CHOSEN% %SKIPPED%) do (
    set "WANTED=%%c"
    set "MATCHED="
    call :all_checks
    if not defined MATCHED (
        >&2 echo %SCRIPT%: no check has this id: %%c
        exit /b 1
    )
)
exit /b 0

:choose id default
set "CHOICE=%~2"
if defined CHOSEN set "CHOICE=0"
for %%c in (%CHOSEN%) do if /i "%%c"=="%~1" set "CHOICE=1"
for %%c in (%SKIPPED%) do if /i "%%c"=="%~1" set "CHOICE=0"
if "%CHOICE%"=="1" exit /b 0
exit /b 1

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

:list_check item id
call :say "%~1 %~2: %TITLE%"
exit /b 0

rem A registry that nobody may read looks like one without any policy, restart or service: every guard would pass. The folder
rem of program data stands in every journal line: a name that batch could misread is refused once, here. Windows PE and the
rem recovery environment have a Windows of their own in memory, which is not the one to look at.
:check_folders
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
if errorlevel 1 set "RESULT=11"& call :say "The registry cannot be read: reg.exe does not answer, perhaps because of a policy. Use %TWIN%."& exit /b 1
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Control\MiniNT"
if not errorlevel 1 set "RESULT=11"& call :say "This is Windows PE or the recovery environment. Start the Windows that is to be looked at."& exit /b 1
if not defined ProgramData goto :check_folders_refused
set "TEXT=%ProgramData%"
call :plain_path
if errorlevel 1 goto :check_folders_refused
if not exist "%SystemRoot%\System32\" goto :check_folders_refused
if not exist "%ProgramData%\" goto :check_folders_refused
exit /b 0
:check_folders_refused
set "RESULT=11"
call :say "The folder of Windows or of program data has a name that batch cannot handle. Use %TWIN%."
exit /b 1

rem Whether TEXT holds nothing but the characters that a journal holds unescaped: take them away, and nothing is left.
:plain_text
if not defined TEXT exit /b 0
set "TEXT=%TEXT:"=?%"
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._(){}$,;=+@#~[]/&'- " %%x in ("%TEXT%") do if not "%%x"=="" exit /b 1
exit /b 0

rem reg query prints name, type and data in that order; with /v no translated word stands among them. Quotation marks are
rem taken out, since every use stands between two of them.
:reg_value key name
set "VALUE="
set "VALUE_TYPE="
for /f "eol=| tokens=1,2*" %%a in ('%SYS%\reg.exe query "%~1" /v "%~2" 2^>nul') do (
    if /i "%%a"=="%~2" set "VALUE_TYPE=%%b"
    if /i "%%a"=="%~2" set "VALUE=%%c"
)
if not defined VALUE exit /b 0
set "VALUE=%VALUE:"=%"
exit /b 0

:reg_key key
"%SYS%\reg.exe" query "%~1" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1

rem Whether TEXT is a path from the root of a drive, of plain characters.
:plain_path
set "PART=%TEXT:~1,2%"
if not "%PART%"==":\" exit /b 1
goto :plain_text

rem fltmc.exe does nothing without an argument, and only an administrator may run it. net session needs a service.
:elevated
"%SYS%\fltmc.exe" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1

rem Where users can make nothing, in CLOSED; it stays empty, with errorlevel 1, for a path that batch does not carry.
:closed_path
set "CLOSED="
set "TEXT=%ProgramFiles%"
if not defined TEXT exit /b 1
call :plain_path
if errorlevel 1 exit /b 1
set "CLOSED=%ProgramFiles%\Mendsheet"
exit /b 0

rem Owner and access by SID, since the names of groups are translated: S-1-5-18 is SYSTEM, S-1-5-32-544 the
rem administrators.
:close_folder folder
call :no_link "%~1"
if errorlevel 1 exit /b 1
"%SYS%\icacls.exe" "%~1" /setowner *S-1-5-32-544 /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /reset /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F /grant:r *S-1-5-32-544:(OI)(CI)F /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
exit /b 0

rem Whether a folder is there and no link to elsewhere (attribute l).
:no_link folder
if not exist "%~1\" exit /b 1
for %%f in ("%~1") do set "ATTRIBUTES=%%~af"
if not defined ATTRIBUTES exit /b 1
set "PART=%ATTRIBUTES:l=%"
if /i "%PART%"=="%ATTRIBUTES%" exit /b 0
exit /b 1

rem Makes a folder that was not there.
:new_folder folder
set "MADE="
md "%~1" 2>nul && set "MADE=1"
if not defined MADE exit /b 1
goto :no_link

rem collectors ------------------------------------------------------------------

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

rem A key with all below it, as reg.exe lists it. A key that is not there is no problem.
:bundle_registry key
set "KEY=%~1"
set "KEY=%KEY:HKLM:=HKLM%"
call :reg_key "%KEY%"
if errorlevel 1 exit /b 0
set "KEY_FILE=%KEY:\=-%"
"%SYS%\reg.exe" query "%KEY%" /s >"%BUNDLE_PART%\%KEY_FILE%.txt" 2>nul
if "%errorlevel%"=="0" exit /b 0
call :bundle_problem "registry key %KEY% (reg: %errorlevel%)"
exit /b 0

:bundle_problem text
set /a BUNDLE_PROBLEMS+=1
call :say "Not collected: %~1"
for /f "eol=| delims=" %%t in ("%~1") do >>"%BUNDLE%\problems.txt" echo %%t
exit /b 0
