@echo off
rem Mendsheet 0.1.0 - windows-update - reset-components, cmd edition: native batch, needs no PowerShell.
rem Made from a checklist. Do not edit: change the checklist and build again.
rem Sections: start, main, checks, recipes, runtime, guards, journal, actions
rem
rem Windows Update
rem Looks first, repairs what is a problem, and keeps everything that it replaces: folders are renamed, never deleted.
rem Every change is written to a journal first, from which the .ps1 restores what was there, also after a crash.
rem Exit codes: 0 repaired and confirmed, 1 not confirmed, 2 undecided, 3 partly repaired, 10 needs elevation, 11 not
rem for this Windows, 12 blocked by management, 13 restart first, 14 another run is active, 20 undo elsewhere, 64 wrong
rem usage, 70 a defect of this script, 3010 restart required.
setlocal EnableExtensions DisableDelayedExpansion
set "PRODUCT=windows-update"
set "VERSION=0.1.0"
set "SCRIPT=reset-components.cmd"
set "TWIN=reset-components.ps1"
set "SWITCHES=check skip force whatif undo allowmanaged list quiet out"
set "PRODUCT_GUARD=test_product_guard"

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

rem Repairs the chosen checks and sets the exit code.
:main
if defined UNDO goto :undo_elsewhere
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
if defined FORCE if not defined CHOSEN (
    >&2 echo %SCRIPT%: /force repairs the checks of /check, so it needs them.
    exit /b 0
)
call :open_report
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=1"
call :check_folders
if errorlevel 1 exit /b 0
rem A preview writes nothing, so it needs neither rights nor lock.
if defined WHATIF goto :work
call :elevated
if errorlevel 1 (
    set "RESULT=10"
    >&2 echo Run this from a command prompt that was opened as administrator.
    exit /b 0
)
call :secure_state_folder
if errorlevel 1 exit /b 0
set "LOCKED="
rem The file stays open while :locked runs, and Windows closes it however this script ends: no lock outlives its run.
rem Whoever cannot open it has never been in there.
call :lock 2>nul
if defined LOCKED exit /b 0
set "RESULT=14"
>&2 echo Another run is active: "%STATE%\lock" is in use.
exit /b 0

rem Its own label, so that Windows says nothing when the file cannot be opened.
:lock
call :locked 2>"%STATE%\lock"
exit /b 0

:locked
set "LOCKED=1"
goto :work

:work
set "GUARDED="
for %%v in (REPAIRED FAILED UNDECIDED UNSEEN ENTRY) do set "%%v=0"
for %%v in (BLOCKED RESTART RUN JOURNAL STOPPED_SERVICES) do set "%%v="
set "VISIT=repair"
call :all_checks
if defined BLOCKED exit /b 0
set "RESULT=0"
if defined WHATIF call :say "Nothing was changed."& exit /b 0
if not "%UNSEEN%"=="0" set "RESULT=2"
if defined RESTART set "RESULT=3010"
if not "%UNDECIDED%"=="0" set "RESULT=1"
if not "%FAILED%"=="0" set "RESULT=1"
if not "%RESULT%"=="0" if not "%RESULT%"=="3010" if not "%REPAIRED%"=="0" set "RESULT=3"
if defined RUN call :say "To bring back what was there: %TWIN% -Undo"
exit /b 0

rem A journal steers what runs elevated, and batch cannot see who owns it and may write it.
:undo_elsewhere
set "RESULT=20"
call :say "Nothing was undone: batch cannot see who owns a journal and who may write it. Run this in PowerShell, as administrator:"
call :say "powershell -ExecutionPolicy RemoteSigned -File .\%TWIN% -Undo"
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
if defined BLOCKED exit /b 0
call :choose "%~2" "%~6"
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if defined APPLIES (call :look "%~3") else set "STATUS=NA"& set "EVIDENCE=not for this Windows"
rem Only what is a problem is repaired; the rest is left alone unless it is forced.
if "%STATUS%"=="NA" goto :visit_left
if not "%STATUS%"=="PROBLEM" if not defined FORCE goto :visit_left
call :guard
if errorlevel 1 goto :visit_left
if not "%STATUS%"=="PROBLEM" set "EVIDENCE=no problem was found, but /force asks for it"
set "TEXT=Repairing %~1 %~2: %TITLE% [%EVIDENCE%]"
if defined WHATIF set "TEXT=Would repair %~1 %~2: %TITLE% [%EVIDENCE%]"
call :say_text
set "ACTION_FAILED="
set "RENEWED="
set "FIRST_ENTRY=%ENTRY%"
call :check_%~3 repair
if defined WHATIF exit /b 0
rem The machine has the last word: what the second look still finds was not repaired.
call :look "%~3"
if defined ACTION_FAILED set "STATUS=PROBLEM"
call :say_status %1 %2
if "%STATUS%"=="PROBLEM" set /a FAILED+=1
if "%STATUS%"=="UNKNOWN" set /a UNDECIDED+=1
if not "%STATUS%"=="OK" exit /b 0
if "%FIRST_ENTRY%"=="%ENTRY%" exit /b 0
set /a REPAIRED+=1
if "%~5"=="1" set "RESTART=1"
exit /b 0

:visit_left
call :say_status %1 %2
if "%STATUS%"=="NA" exit /b 0
if "%STATUS%"=="OK" exit /b 0
if "%STATUS%"=="NOT EVALUATED" if not defined CHOSEN exit /b 0
set /a UNSEEN+=1
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
if not defined CHOSEN exit /b 0
call :choose "%~2" 0
if errorlevel 1 exit /b 0
set "STATUS=NOT EVALUATED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
set /a UNSEEN+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: looks, repairs what is a problem, and keeps everything that it replaces.
echo   /check id ...   only these checks; without it all
echo   /force          repair the checks of /check although they are no problem
echo   /skip id ...    all but these
echo   /whatif         show each change and make none
echo   /undo           names the command that brings back what the newest run has changed: %TWIN% -Undo
echo   /allowmanaged   repair although an organisation manages this PC
echo   /list           list the checks
echo   /out path       write the report to a file too
echo   /quiet          no output, no pause: the exit code says it
exit /b 0

rem ----------------------------------------------------------------- checks
rem visit_check item id label minutes restart default "title"
:all_checks
call :visit_check 1 clock 1_clock 4 0 1 "Clock"
call :visit_check 15 wuauserv-rights 15_wuauserv_rights 1 0 1 "Access to the service Windows Update"
call :visit_check 15 bits-rights 15_bits_rights 1 0 1 "Access to the service BITS"
call :visit_check 6 wuauserv-start-type 6_wuauserv_start_type 1 0 1 "Start type of Windows Update"
call :visit_check 6 bits-start-type 6_bits_start_type 1 0 1 "Start type of Background Intelligent Transfer Service"
call :visit_check 6 usosvc-start-type 6_usosvc_start_type 1 0 1 "Start type of Update Orchestrator Service"
call :visit_check 6 cryptsvc-start-type 6_cryptsvc_start_type 1 0 1 "Start type of Cryptographic Services"
call :visit_check 6 trustedinstaller-start-type 6_trustedinstaller_start_type 1 0 1 "Start type of Windows Modules Installer"
call :visit_check 6 msiserver-start-type 6_msiserver_start_type 1 0 1 "Start type of Windows Installer"
call :visit_check 6 wlidsvc-start-type 6_wlidsvc_start_type 1 0 1 "Start type of Microsoft Account Sign-in Assistant"
call :visit_check 6 dosvc-start-type 6_dosvc_start_type 1 0 1 "Start type of Delivery Optimization"
call :visit_check 14 download-cache 14_download_cache 5 0 1 "Download cache"
call :visit_check 11 component-store 11_component_store 150 0 1 "Component store and system files"
call :visit_check 13 update-cleanup 13_update_cleanup 90 0 1 "Clean-up of replaced updates"
call :visit_not_evaluated 21 proxy "Proxy and VPN"
call :visit_not_evaluated 21 tls-protocol "TLS 1.2"
call :visit_not_evaluated 21 winsock-catalog "Winsock catalogue"
call :visit_not_evaluated 31 updates-switched-off "Updates switched off"
call :visit_not_evaluated 12 bits-queue "BITS transfer queue"
call :visit_not_evaluated 16 restore-point "Restore point"
call :visit_not_evaluated 22 unwanted-update "Uninstalling one update"
call :visit_not_evaluated 29 fast-startup "Fast startup"
exit /b 0

rem 1 clock: Clock. A clock that is hours or days off makes certificates look expired or not yet valid,
rem so that connections to the update servers and the signatures of updates are rejected. The repair
rem lets the time service of Windows correct the clock, and sets it directly only where that service
rem would not and two independent servers agree on the time. A PC of a domain or a cloud directory is
rem left to its own time source.
:check_1_clock
if "%~1"=="test" call :test_1_clock "http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test http://connectivitycheck.gstatic.com/generate_204#204 http://detectportal.firefox.com/success.txt#200+success" "2026-11-22" "60" "5"
if "%~1"=="repair" call :repair_1_clock "http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test http://connectivitycheck.gstatic.com/generate_204#204 http://detectportal.firefox.com/success.txt#200+success" "2026-11-22" "54000"
exit /b 0

:test_1_clock
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
exit /b 0

:repair_1_clock
rem A step of a domain controller's clock reaches every member of the domain: a person decides that.
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Control\ProductOptions" ProductType
if /i "%VALUE%"=="LanmanNT" exit /b 0
rem Where synchronisation is switched off only setting the clock helps, which batch cannot do in every language.
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters" Type
if /i "%VALUE%"=="NoSync" exit /b 0
call :enable_service W32Time demand same
call :start_service W32Time
call :repair_tool w32tm "/resync /rediscover"
exit /b 0

rem 15 wuauserv-rights: Access to the service Windows Update. Programs that switch updates off take away
rem the right to start the service. The repair puts the access list of a fresh Windows in place, and
rem only then. The other steps of the manual reset are items 6, 12 and 14. DLLs are not registered
rem again: most of those in the old list no longer exist or register nothing.
:check_15_wuauserv_rights
if "%~1"=="test" call :test_service_security "wuauserv" "(A;;CCLCSWRPLORC;;;AU) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)"
if "%~1"=="repair" call :repair_service_security "wuauserv" "(A;;CCLCSWRPLORC;;;AU) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)"
exit /b 0

rem 15 bits-rights: Access to the service BITS. Without the right to start BITS, Windows Update cannot
rem download in the background. Repaired as for Windows Update.
:check_15_bits_rights
if "%~1"=="test" call :test_service_security "bits" "(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCLCSWLOCRRC;;;IU) (A;;CCLCSWLOCRRC;;;SU)"
if "%~1"=="repair" call :repair_service_security "bits" "(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCLCSWLOCRRC;;;IU) (A;;CCLCSWLOCRRC;;;SU)"
exit /b 0

rem 6 wuauserv-start-type: Start type of Windows Update. This service searches for updates and installs
rem them. It is started when needed and stops itself afterwards, so only a disabled one is a fault.
:check_6_wuauserv_start_type
if "%~1"=="test" call :test_service_start_type "wuauserv" "demand" "same"
if "%~1"=="repair" call :repair_service_start_type "wuauserv" "demand" "same"
exit /b 0

rem 6 bits-start-type: Start type of Background Intelligent Transfer Service. BITS transfers updates in
rem the background. It switches between manual and automatic by itself while it has work, so only a
rem disabled one is a fault.
:check_6_bits_start_type
if "%~1"=="test" call :test_service_start_type "bits" "demand" "same"
if "%~1"=="repair" call :repair_service_start_type "bits" "demand" "same"
exit /b 0

rem 6 usosvc-start-type: Start type of Update Orchestrator Service. The orchestrator decides when
rem updates are searched for, downloaded and installed. Without it the Settings app cannot search for
rem updates, also where they come from WSUS.
:check_6_usosvc_start_type
if "%~1"=="test" call :test_service_start_type "usosvc" "delayed-automatic" "demand"
if "%~1"=="repair" call :repair_service_start_type "usosvc" "delayed-automatic" "demand"
exit /b 0

rem 6 cryptsvc-start-type: Start type of Cryptographic Services. This service confirms the signatures of
rem updates and keeps the database of signed files. Without it downloaded updates are rejected.
:check_6_cryptsvc_start_type
if "%~1"=="test" call :test_service_start_type "cryptsvc" "automatic" "same"
if "%~1"=="repair" call :repair_service_start_type "cryptsvc" "automatic" "same"
exit /b 0

rem 6 trustedinstaller-start-type: Start type of Windows Modules Installer. This service installs
rem Windows updates and features. Windows makes it automatic by itself while work waits for a restart,
rem so only a disabled one is a fault.
:check_6_trustedinstaller_start_type
if "%~1"=="test" call :test_service_start_type "trustedinstaller" "demand" "same"
if "%~1"=="repair" call :repair_service_start_type "trustedinstaller" "demand" "same"
exit /b 0

rem 6 msiserver-start-type: Start type of Windows Installer. Updates of Microsoft products that are
rem delivered as Windows Installer packages fail while it is disabled.
:check_6_msiserver_start_type
if "%~1"=="test" call :test_service_start_type "msiserver" "demand" "same"
if "%~1"=="repair" call :repair_service_start_type "msiserver" "demand" "same"
exit /b 0

rem 6 wlidsvc-start-type: Start type of Microsoft Account Sign-in Assistant. Windows Update identifies
rem the PC through this service. While it is disabled, feature updates are not offered, also on PCs that
rem nobody signs in to with a Microsoft account.
:check_6_wlidsvc_start_type
if "%~1"=="applies" call :applies "0" "0" "client" "" "" ""
if "%~1"=="test" call :test_service_start_type "wlidsvc" "demand" "same"
if "%~1"=="repair" call :repair_service_start_type "wlidsvc" "demand" "same"
exit /b 0

rem 6 dosvc-start-type: Start type of Delivery Optimization. Windows Update downloads most updates
rem through this service, also where nothing is shared with other PCs. Privacy tools disable it;
rem searches then still work, and each download ends at once.
:check_6_dosvc_start_type
if "%~1"=="test" call :test_service_start_type "dosvc" "delayed-automatic" "same"
if "%~1"=="repair" call :repair_service_start_type "dosvc" "delayed-automatic" "same"
exit /b 0

rem 14 download-cache: Download cache. A damaged store of downloads and update records makes every
rem update fail. The repair sets SoftwareDistribution and catroot2 aside and deletes nothing. Windows
rem makes both anew: the next search takes longer, downloads start again, and the list of earlier
rem updates stays empty until the folders are brought back.
:check_14_download_cache
if "%~1"=="test" call :test_update_failure "30" "0x80240031 0x8024000D 0x8024000E 0x80242006 0x8024200D 0x80246002 0x80246010 0x80246012 0x80248002 0x80248003 0x80248004 0x80248007 0x80248008 0x8024801C 0x80248FFF" "SoftwareDistribution\DataStore\DataStore.edb"
if "%~1"=="repair" call :repair_14_download_cache
exit /b 0

:repair_14_download_cache
rem In this order none starts another one again: the orchestrator first, then those that it drives.
call :stop_service UsoSvc
call :stop_service DoSvc
call :stop_service wuauserv
call :stop_service bits
call :stop_service CryptSvc
call :set_aside "%SystemRoot%\SoftwareDistribution"
rem CryptSvc builds catroot2 anew. The folder catroot, without the 2, holds the catalogues and stays.
call :set_aside "%SystemRoot%\System32\catroot2"
call :restart_stopped_services
exit /b 0

rem 11 component-store: Component store and system files. Updates are put together from the component
rem store and from files that are already installed; damage in either makes them fail. The repair runs
rem DISM first, which mends the store from Windows Update, and SFC afterwards, which takes its good
rem copies from the store. Neither can be undone. What is noted is read here in seconds; only the repair
rem looks at every file.
:check_11_component_store
if "%~1"=="test" call :test_11_component_store
if "%~1"=="repair" call :repair_11_component_store "90" "60" ""
exit /b 0

:test_11_component_store
rem Reads what servicing has noted, which takes seconds. With /English its words are the same everywhere.
set "HEALTH="
set "NOTED="
for /f "eol=| tokens=1-4" %%a in ('%SYS%\dism.exe /English /Online /Cleanup-Image /CheckHealth 2^>nul') do (
    if "%%a %%b %%c %%d"=="No component store corruption" set "HEALTH=intact"
    if "%%a %%b %%c"=="The component store" set "HEALTH=%%d"
)
set "EVIDENCE=DISM did not say; it needs an administrator"
if not defined HEALTH exit /b 0
rem A store that lacks no more than copies for the way back stays "repairable" for ever: RestoreHealth ends with this code.
set "EVIDENCE=DISM calls the store repairable and could not repair it (0x800f0915); only %TWIN% tells what is missing"
set "WORDS=Operation result: 0x800f0915"
if "%HEALTH%"=="is" if not defined RENEWED call :component_store_notes
if defined NOTED exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the component store is damaged"
if not "%HEALTH%"=="intact" exit /b 0
rem The log of servicing is English in every language. What it notes may have been repaired later.
set "STATUS=UNKNOWN"
set "EVIDENCE=SFC has noted damaged files, perhaps repaired since"
set "WORDS=[SR] Cannot repair member file"
if not defined RENEWED call :component_store_notes
set "WORDS=[Pnp] Corrupt file:"
if not defined RENEWED call :component_store_notes
if defined NOTED exit /b 0
set "STATUS=OK"
set "EVIDENCE=no damage is noted"
exit /b 0

:component_store_notes
type "%SystemRoot%\Logs\CBS\CBS.log" 2>nul | "%SYS%\find.exe" /i "%WORDS%" >nul 2>&1
if "%errorlevel%"=="0" set "NOTED=1"
exit /b 0
exit /b 0

:repair_11_component_store
rem A source of its own is for reset-components.ps1 to pass on. The store comes first: SFC takes its good copies from there.
if not "%~3"=="" exit /b 0
call :repair_tool dism "/English /Online /Cleanup-Image /RestoreHealth /NoRestart"
rem SFC does not run while repairs of the store wait for a restart.
if not "%CODE%"=="0" exit /b 0
call :repair_tool sfc /scannow
exit /b 0

rem 13 update-cleanup: Clean-up of replaced updates. Windows keeps updates that newer ones have
rem replaced. Where space is short, or a failed update left remains, removing them helps. The repair
rem runs StartComponentCleanup of DISM; installed updates can still be uninstalled, since /ResetBase is
rem never used. Disk Cleanup (cleanmgr) is not used, since it does not say how it ended. The clean-up
rem cannot be undone.
:check_13_update_cleanup
if "%~1"=="test" call :test_13_update_cleanup "80" "10"
if "%~1"=="repair" call :repair_13_update_cleanup "90"
exit /b 0

:test_13_update_cleanup
rem Windows removes replaced updates by itself in time: they matter only where space is short.
set "PACKAGES=HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages"
set "EVIDENCE=the list of updates or the free space cannot be read"
call :reg_key "%PACKAGES%"
if errorlevel 1 exit /b 0
call :free_megabytes "%SystemDrive%"
if errorlevel 1 exit /b 0
set "SUPERSEDED=0"
set "SUPERSEDED_STATE=%~1"
for /f "eol=| tokens=1* delims=~" %%a in ('%SYS%\reg.exe query "%PACKAGES%" 2^>nul') do (
    set "PACKAGE=%%b"
    if /i "%%a"=="%PACKAGES%\Package_for_RollupFix" call :replaced_update
)
set /a FREE=FREE_MEGABYTES
set /a COMFORT=%~2*1074
set "STATUS=OK"
set "EVIDENCE=%SUPERSEDED% replaced updates, %FREE_MEGABYTES% MB free"
if "%SUPERSEDED%"=="0" exit /b 0
if %FREE% lss %COMFORT% set "STATUS=PROBLEM"
exit /b 0

:replaced_update
set "TEXT=%PACKAGE%"
call :plain_text
if errorlevel 1 exit /b 0
call :reg_value "%PACKAGES%\Package_for_RollupFix~%PACKAGE%" CurrentState
if not defined VALUE exit /b 0
set "PACKAGE_STATE=0"
set /a PACKAGE_STATE=VALUE 2>nul
if "%PACKAGE_STATE%"=="%SUPERSEDED_STATE%" set /a SUPERSEDED+=1
exit /b 0

:repair_13_update_cleanup
rem Never with /ResetBase, after which no installed update could be uninstalled any more.
call :repair_tool dism "/English /Online /Cleanup-Image /StartComponentCleanup /NoRestart"
exit /b 0

rem ---------------------------------------------------------------- recipes

:test_service_security
call :service_security "%~1"
set "EVIDENCE=the access list of %~1 cannot be read"
if not defined SECURITY exit /b 0
call :lost_service_rights
set "EVIDENCE=the access list of %~1 is one that only %TWIN% judges"
if not defined JUDGED exit /b 0
set "STATUS=OK"
set "EVIDENCE="
if defined LOST set "STATUS=PROBLEM"& set "EVIDENCE=%~1 keeps out:%LOST%, 0x80070005"
exit /b 0

:repair_service_security
rem A list that lets SYSTEM and administrators in is left as it is, whatever it says beyond that.
call :service_security "%~1"
call :lost_service_rights
if not defined LOST exit /b 0
set "ENTRIES=%~2"
call :set_service_security "%~1" "D:%ENTRIES: =%"
exit /b 0

:test_service_start_type
rem Windows moves these services between manual and automatic by itself, and starts and stops them by trigger. So only
rem Disabled is a fault, and whether a service runs at this moment says nothing.
set "SERVICE=%~1"
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\%SERVICE%"
if errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=%SERVICE% is not installed"& exit /b 0
call :service_start_type "%SERVICE%"
set "EVIDENCE=%SERVICE% is %START_TYPE%"
if not defined START_TYPE set "EVIDENCE=the start type of %SERVICE% cannot be read"& exit /b 0
set "STATUS=OK"
if "%START_TYPE%"=="disabled" set "STATUS=PROBLEM"& set "EVIDENCE=%SERVICE% is disabled, 0x80070422"
exit /b 0

:repair_service_start_type
call :enable_service "%~1" "%~2" "%~3"
exit /b 0

:test_update_failure
rem Batch sees which event is the newest, not which ones belong to the same update. So it decides where that is enough:
rem no failure at all is healthy, and a failure as the newest event of its kind has no later success. Windows writes what
rem it installs to the log System, what it searches and downloads to one of its own.
set "CHANNEL=Microsoft-Windows-WindowsUpdateClient/Operational"
set /a SECONDS=%~1*86400
set "SINCE=TimeCreated[timediff(@SystemTime) <= %SECONDS%000]"
set "STORE=%~3"
if defined STORE if not exist "%SystemRoot%\%STORE%" set "STATUS=OK"& set "EVIDENCE=no store of downloads yet"& exit /b 0
if defined STORE if defined RENEWED set "STATUS=OK"& set "EVIDENCE=the store of downloads is new"& exit /b 0
"%SYS%\wevtutil.exe" gl "%CHANNEL%" >nul 2>&1
if not "%errorlevel%"=="0" set "EVIDENCE=the event log of Windows Update cannot be read"& exit /b 0
set "NEWEST="
call :test_update_failure_code "<Event "
if errorlevel 1 set "STATUS=OK"& set "EVIDENCE=no failure in %~1 days"& exit /b 0
set "CODES=%~2"
if not defined CODES goto :test_update_failure_newest
set "FOUND="
for %%c in (%CODES%) do (
    call :test_update_failure_code "%%c"
    if not errorlevel 1 set "FOUND=%%c"
)
rem When the store was made is a date in words: whether these failures are older, only diagnose.ps1 can tell.
set "EVIDENCE=failures with %FOUND% in %~1 days, perhaps settled since"
if not defined FOUND set "STATUS=OK"& set "EVIDENCE=no failure with these codes in %~1 days"
exit /b 0

rem Whether a failure in either log holds a text.
:test_update_failure_code text
call :test_update_failure_holds System "EventID=20 or EventID=24" "%~1"
if not errorlevel 1 exit /b 0
call :test_update_failure_holds "%CHANNEL%" "EventID=25 or EventID=31" "%~1"
exit /b %errorlevel%

:test_update_failure_newest
set "NEWEST=/rd:true /c:1"
set "EVIDENCE=failures in %~1 days, perhaps settled since"
call :test_update_failure_holds "%CHANNEL%" "EventID=25 or EventID=26" "<EventID>25</EventID>"
if not errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=the newest search for updates failed"& exit /b 0
set "INSTALLS=EventID=19 or EventID=20"
call :test_update_failure_holds System "%INSTALLS%" "<EventID>20</EventID>"
if errorlevel 1 exit /b 0
rem Apps from the Store log the same events under services of their own, and fail for reasons of their own.
call :test_update_failure_holds System "%INSTALLS%" "855E8A7C-ECB4-4CA3-B045-1DFA50104289"
if not errorlevel 1 exit /b 0
call :test_update_failure_holds System "%INSTALLS%" "117CAB2D-82B1-4B5A-A08C-4D62DBEE7782"
if not errorlevel 1 exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the newest installation of an update failed"
exit /b 0

rem Whether events of a log hold a text: one of them, or with NEWEST the newest. Other providers use these ids too.
:test_update_failure_holds log ids text
"%SYS%\wevtutil.exe" qe %~1 "/q:*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient'] and (%~2) and %SINCE%]]" /f:xml %NEWEST% 2>nul | "%SYS%\find.exe" /i "%~3" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
exit /b 0

rem ------------------------------------------------------- guard of the product
:test_product_guard
rem Whoever set these policies decides how this PC gets its updates. They are read here and never written.
set "POLICY=HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
if not errorlevel 1 set "GUARD_CODE=13"& set "GUARD_TEXT=Windows Update waits for a restart to finish what it has installed."
for /f "eol=| tokens=2 delims={" %%k in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending" 2^>nul') do if not "%%k"=="" (set "GUARD_CODE=13"& set "GUARD_TEXT=Windows Update waits for a restart to finish what it has installed.")
call :reg_is "%POLICY%\AU" UseUpdateClassPolicySource 0x1
set "CLASSES="
if defined IS set "CLASSES=1"
for %%n in (Feature Quality Driver Other) do (
    call :reg_is "%POLICY%" SetPolicyDrivenUpdateSourceFor%%nUpdates 0x1
    if defined CLASSES if defined IS (set "GUARD_CODE=12"& set "GUARD_TEXT=policies of your organisation assign a server of its own to kinds of update (%%n).")
)
call :reg_is "%POLICY%" DisableWindowsUpdateAccess 0x1
if defined IS set "GUARD_CODE=12"& set "GUARD_TEXT=a policy of your organisation switches access to Windows Update off (DisableWindowsUpdateAccess)."
call :update_server
if defined USES_SERVER set "GUARD_CODE=12"& set "GUARD_TEXT=this PC gets its updates from a server of your organisation, by policy (UseWUServer or UpdateServiceUrl)."
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

rem Full from here on, and empty: a report never follows an older one.
:open_report
if not defined OUT exit /b 0
for %%p in ("%OUT%") do set "OUT=%%~fp"
set "OPENED="
call :open_report_file 2>nul
if defined OPENED exit /b 0
>&2 echo %SCRIPT%: cannot write the report: "%OUT%"
exit /b 1
:open_report_file
call :opened >"%OUT%"
exit /b 0
:opened
set "OPENED=1"
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

rem One detection. A body that comes to no verdict leaves UNKNOWN behind.
:look label
set "STATUS=UNKNOWN"
set "EVIDENCE="
call :check_%~1 test
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

rem Sets IS where a value of the registry is a text, such as 0x1; bodies ask it in loops, where they cannot ask VALUE.
:reg_is key name text
call :reg_value "%~1" "%~2"
set "IS="
if /i "%VALUE%"=="%~3" set "IS=1"
exit /b 0

rem Sets SERVER to the update server that policies name, and USES_SERVER where it is used: a group policy says that apart,
rem an MDM names a server by its address alone.
:update_server
call :reg_value "HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate" WUServer
set "SERVER=%VALUE%"
call :reg_is "HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU" UseWUServer 0x1
set "USES_SERVER=%IS%"
if defined SERVER if defined USES_SERVER exit /b 0
call :reg_value "HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\Update" UpdateServiceUrl
if not defined VALUE exit /b 0
set "SERVER=%VALUE%"
set "USES_SERVER=1"
exit /b 0

rem Whether the data of a value holds a text. Through a pipe: such data can be longer than a line of batch.
:reg_value_holds key name text
"%SYS%\reg.exe" query "%~1" /v "%~2" 2>nul | "%SYS%\find.exe" /i "%~3" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1

rem What Windows servicing keeps for the next start, in CAUSES; the one judge for guard and checks. The presence of a key
rem counts. Other programs queue renames all the time: those of servicing come from a folder of its own.
:restart_causes
set "CAUSES="
for %%n in (RebootPending RebootInProgress PackagesPending) do (
    set "CAUSE=Servicing %%n"
    call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\%%n"
    if not errorlevel 1 call :restart_cause
)
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\SessionsPending" Exclusive
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Servicing session"& call :restart_cause
call :reg_value "HKLM\SOFTWARE\Microsoft\Updates" UpdateExeVolatile
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Update installer"& call :restart_cause
for %%n in (PendingFileRenameOperations PendingFileRenameOperations2) do (
    set "CAUSE=Servicing file renames"
    call :reg_value_holds "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager" %%n "\WinSxS\Temp\PendingRenames"
    if not errorlevel 1 call :restart_cause
)
exit /b 0
:restart_cause
set "CAUSES=%CAUSES%, %CAUSE%"
exit /b 0

:reg_key key
"%SYS%\reg.exe" query "%~1" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1

rem The last line of a listing holds two bare numbers in every language: folders, then free bytes. Without separators
rem (/-c) they are words of digits. Megabytes here are millions of bytes, since set /a ends at 32 bits.
:free_megabytes folder
set "FREE_MEGABYTES="
set "LAST_LINE="
for /f "eol=| delims=" %%a in ('dir /-c /ad "%~1\" 2^>nul') do if not "%%a"=="" set "LAST_LINE=%%a"
if not defined LAST_LINE exit /b 1
set "NUMBERS=0"
set "FREE_BYTES="
for /f "eol=| tokens=1-8" %%a in ("%LAST_LINE%") do (
    for %%n in ("%%a" "%%b" "%%c" "%%d" "%%e" "%%f" "%%g" "%%h") do call :free_megabytes_word %%n
)
if not "%NUMBERS%"=="2" exit /b 1
set "FREE_MEGABYTES=%FREE_BYTES:~0,-6%"
if not defined FREE_MEGABYTES set "FREE_MEGABYTES=0"
set "PART=%FREE_MEGABYTES:~0,9%"
if not "%PART%"=="%FREE_MEGABYTES%" set "FREE_MEGABYTES=999999999"
exit /b 0
:free_megabytes_word word
if "%~1"=="" exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%~1") do if not "%%x"=="" exit /b 0
set /a NUMBERS+=1
set "FREE_BYTES=%~1"
exit /b 0

rem sc query prints the type (10 and above) and then the state (1 to 7). The labels are words of some language, the
rem numbers after the colon are not. SERVICE_STATE stays empty for a service that does not exist.
:service_state name
set "SERVICE_STATE="
for /f "eol=| tokens=2 delims=:" %%a in ('%SYS%\sc.exe query "%~1" 2^>nul') do (
    set "TEXT=%%a"
    call :service_state_text
)
exit /b 0
:service_state_text
if defined SERVICE_STATE exit /b 0
if not defined TEXT exit /b 0
set "TEXT=%TEXT:"=?%"
for /f "eol=| tokens=1 delims= " %%t in ("%TEXT%") do (
    for %%n in (1 2 3 4 5 6 7) do if "%%t"=="%%n" set "SERVICE_STATE=%%n"
)
exit /b 0

:service_start_type name
set "START_TYPE="
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\%~1" Start
if /i "%VALUE%"=="0x0" set "START_TYPE=boot"
if /i "%VALUE%"=="0x1" set "START_TYPE=system"
if /i "%VALUE%"=="0x2" set "START_TYPE=automatic"
if /i "%VALUE%"=="0x3" set "START_TYPE=demand"
if /i "%VALUE%"=="0x4" set "START_TYPE=disabled"
if not "%START_TYPE%"=="automatic" exit /b 0
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\%~1" DelayedAutostart
if /i "%VALUE%"=="0x1" set "START_TYPE=delayed-automatic"
exit /b 0

rem Does something for each service that depends on one. A line of sc enumdepend is "label: text": the texts that name
rem a service are the dependents; the others are numbers and titles.
:each_dependent label name
for /f "eol=| tokens=2 delims=:" %%a in ('%SYS%\sc.exe enumdepend "%~2" 65536 2^>nul') do (
    set "TEXT=%%a"
    call :each_dependent_text %~1
)
exit /b 0
:each_dependent_text label
call :bare_text
if errorlevel 1 exit /b 0
for /f "eol=| tokens=1,2 delims= " %%d in ("%TEXT%") do if not "%%d"=="" if "%%e"=="" call :each_dependent_candidate %~1 "%%d"
exit /b 0
:each_dependent_candidate label candidate
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\%~2"
if not errorlevel 1 call :%~1 "%~2"
exit /b 0

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

rem Which of the rights to query (LC) and to start (RP) a service the list in SECURITY keeps from SYSTEM (SY) and from
rem administrators (BA). JUDGED stays empty for a list with denials, conditions or rights written as a number.
:lost_service_rights
set "JUDGED="
for %%v in (LOST ODD SY_LC SY_RP BA_LC BA_RP) do set "%%v="
if not defined SECURITY exit /b 0
set "ENTRIES="
for /f "eol=| tokens=2 delims=:" %%d in ("%SECURITY%") do set "ENTRIES=%%d"
if not defined ENTRIES exit /b 0
rem Without any entry it keeps nobody out (NO_ACCESS_CONTROL), or everybody.
set "PART=%ENTRIES:(=%"
if "%PART%"=="%ENTRIES%" exit /b 0
rem Empty fields get a dash, since for /f passes over two separators in a row.
set "ENTRIES=%ENTRIES:;;=;-;%"
set "ENTRIES=%ENTRIES:;;=;-;%"
set "ENTRIES=%ENTRIES:;=/%"
set "ENTRIES=%ENTRIES:(= %"
set "ENTRIES=%ENTRIES:)= %"
rem Conditions hold && and the like, which would be read there.
set "TEXT=%ENTRIES%"
call :bare_text
if errorlevel 1 exit /b 0
for %%e in (%ENTRIES%) do call :lost_service_rights_entry "%%e"
if defined ODD exit /b 0
set "JUDGED=1"
for %%v in (SY_LC SY_RP BA_LC BA_RP) do if not defined %%v call :lost_service_rights_note %%v
exit /b 0
:lost_service_rights_entry entry
set "WHO="
for /f "eol=| tokens=1,3,6 delims=/" %%a in ("%~1") do (
    set "KIND=%%a"
    set "RIGHTS=%%b"
    set "WHO=%%c"
)
set "GROUP="
for %%w in (SY BA AU WD) do if "%%w"=="%WHO%" set "GROUP=1"
if not defined GROUP exit /b 0
if not "%KIND%"=="A" set "ODD=1"
set "PART=%RIGHTS:~0,2%"
if "%PART%"=="0x" set "ODD=1"
set "HAS_LC="
set "HAS_RP="
rem Rights are pairs of letters, none of which ends as one of these begins.
for %%r in (LC GR GA FA KA) do call :lost_service_rights_has %%r HAS_LC
for %%r in (RP GX GA FA KA) do call :lost_service_rights_has %%r HAS_RP
if defined HAS_LC set "SY_LC=1"
if defined HAS_RP set "SY_RP=1"
if "%WHO%"=="SY" exit /b 0
if defined HAS_LC set "BA_LC=1"
if defined HAS_RP set "BA_RP=1"
exit /b 0
:lost_service_rights_has right variable
call set "WITHOUT=%%RIGHTS:%~1=%%"
if not "%WITHOUT%"=="%RIGHTS%" set "%~2=1"
exit /b 0
:lost_service_rights_note name
set "LOST=%LOST% %~1"
exit /b 0

rem Whether TEXT is a path from the root of a drive, of plain characters.
:plain_path
set "PART=%TEXT:~1,2%"
if not "%PART%"==":\" exit /b 1
goto :plain_text

rem Whether TEXT holds nothing that cmd.exe takes for more than itself outside quotation marks.
:bare_text
if not defined TEXT exit /b 0
set "TEXT=%TEXT:"=?%"
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._{}$+@#~[]/'- " %%x in ("%TEXT%") do if not "%%x"=="" exit /b 1
exit /b 0

:wait_for_state name wanted seconds
set "WAITED=0"
:wait_for_state_again
call :service_state "%~1"
if "%SERVICE_STATE%"=="%~2" exit /b 0
if "%WAITED%"=="%~3" exit /b 1
set /a WAITED+=1
call :wait_seconds 1
goto :wait_for_state_again

rem timeout.exe refuses to run without a console; the pauses between echo requests serve everywhere.
:wait_seconds number
set /a ECHOES=%~1+1
"%SYS%\ping.exe" -n %ECHOES% 127.0.0.1 >nul 2>&1
exit /b 0

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

rem guards ------------------------------------------------------------------

rem Reasons not to change anything, looked for once, before the first change. Sets BLOCKED and RESULT.
:guard
if defined GUARDED exit /b 0
set "GUARDED=1"
set "GUARD_CODE="
set "GUARD_TEXT="
call :guard_management
call :guard_allowance
if not defined GUARD_CODE if defined PRODUCT_GUARD call :%PRODUCT_GUARD%
call :guard_allowance
if not defined GUARD_CODE call :guard_restart
if not defined GUARD_CODE call :guard_installer
if not defined GUARD_CODE call :guard_space
if not defined GUARD_CODE exit /b 0
set "BLOCKED=1"
set "RESULT=%GUARD_CODE%"
call :say "Nothing was changed: %GUARD_TEXT%"
exit /b 1

rem An administrator of the organisation that manages this PC has decided.
:guard_allowance
if not "%GUARD_CODE%"=="12" exit /b 0
if not defined ALLOW_MANAGED exit /b 0
call :say "Allowed although managed: %GUARD_TEXT%"
set "GUARD_CODE="
exit /b 0

:guard_management
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\CcmExec"
if not errorlevel 1 set "GUARD_CODE=12"& set "GUARD_TEXT=an organisation manages this PC through Configuration Manager."& exit /b 0
for /f "eol=| delims=" %%k in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Enrollments" 2^>nul') do (
    set "KEY=%%k"
    call :guard_management_key
)
exit /b 0
:guard_management_key
set "KEY=%KEY:"=?%"
set "PART=%KEY:~0,19%"
if /i not "%PART%"=="HKEY_LOCAL_MACHINE\" exit /b 0
rem Windows names these keys itself; one that batch does not carry is somebody's work, and not to be passed over.
set "TEXT=%KEY%"
call :plain_text
if errorlevel 1 set "GUARD_CODE=12"& set "GUARD_TEXT=this PC is enrolled under a name that batch cannot read. Use %TWIN%."& exit /b 0
call :reg_value "%KEY%" EnrollmentState
if /i not "%VALUE%"=="0x1" exit /b 0
call :reg_value "%KEY%" ProviderID
if not defined VALUE exit /b 0
set "GUARD_CODE=12"
set "GUARD_TEXT=an organisation manages this PC through MDM."
exit /b 0

:guard_restart
call :restart_causes
if defined CAUSES set "GUARD_CODE=13"& set "GUARD_TEXT=Windows waits for a restart (%CAUSES:~2%)."
exit /b 0

rem Sets SERVICING while the process is there in which servicing works.
:servicing_works
set "SERVICING="
for /f "eol=| tokens=1 delims=," %%p in ('%SYS%\tasklist.exe /fo csv /nh 2^>nul') do if /i "%%~p"=="TiWorker.exe" set "SERVICING=1"
exit /b 0

rem Image names are not translated, and the first column of a CSV table needs no heading. DismHost is none: Defender opens
rem sessions of DISM by itself. Where no program is listed, not even this shell, nobody knows what is under way.
:guard_installer
set "LISTED="
for /f "eol=| tokens=1 delims=," %%p in ('%SYS%\tasklist.exe /fo csv /nh 2^>nul') do (
    if /i "%%~xp"==".exe" set "LISTED=1"
    for %%n in (SetupHost SetupPrep wusa) do if /i "%%~p"=="%%n.exe" (set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (%%n).")
)
if not defined LISTED set "GUARD_CODE=11"& set "GUARD_TEXT=tasklist.exe does not answer, so that no installation would be seen. Use %TWIN%."
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress"
if not errorlevel 1 set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (Windows Installer)."
if defined GUARD_CODE exit /b 0
rem DISM starts servicing to look at the component store; it ends by itself two minutes later, and is waited for. A
rem preview changes nothing, so it has nothing to wait for.
set "WAITED=0"
if defined WHATIF exit /b 0
:guard_servicing
call :servicing_works
if not defined SERVICING exit /b 0
if "%WAITED%"=="0" call :say "Windows servicing (TiWorker) is at work. Waiting for it, 5 minutes at most."
if %WAITED% lss 300 set /a WAITED+=5& call :wait_seconds 5& goto :guard_servicing
set "GUARD_CODE=14"
set "GUARD_TEXT=an installation is under way (TiWorker)."
exit /b 0

rem Room for journals and for what Windows makes anew at once. A figure that cannot be read does not block.
:guard_space
call :free_megabytes "%SystemDrive%"
if errorlevel 1 exit /b 0
set /a ROOM=FREE_MEGABYTES
if %ROOM% geq 537 exit /b 0
set "GUARD_CODE=1"
set "GUARD_TEXT=drive %SystemDrive% has only %FREE_MEGABYTES% MB left."
exit /b 0

rem journal ------------------------------------------------------------------

rem Nobody but administrators may write where an elevated script does. BASE is made where users can make nothing, in
rem CLOSED, and gets to its place by one move, closed already. What stands at its place is ours when the seal in CLOSED has
rem that very place as its second name: nobody else can give a file of CLOSED a name.
:secure_state_folder
set "BASE=%ProgramData%\Mendsheet"
call :closed_path
if errorlevel 1 goto :secure_state_folder_failed
if exist "%BASE%" goto :trust_state_folder
call :make_state_folder
if errorlevel 1 goto :secure_state_folder_failed
goto :trust_state_folder
:secure_state_folder_failed
call :say "The folder for journals cannot be made safe: %BASE%"
exit /b 1

rem A move onto a folder that somebody has made meanwhile ends inside of it: trust_state_folder sees no seal there.
:make_state_folder
if not exist "%CLOSED%\" md "%CLOSED%" 2>nul
call :close_folder "%CLOSED%"
if errorlevel 1 exit /b 1
if not exist "%CLOSED%\seal.txt" >"%CLOSED%\seal.txt" echo %PRODUCT%
set "NEW=%CLOSED%\new%RANDOM%"
if exist "%NEW%" exit /b 1
md "%NEW%" 2>nul
call :close_folder "%NEW%"
if errorlevel 1 exit /b 1
mklink /h "%NEW%\seal.txt" "%CLOSED%\seal.txt" >nul 2>&1
if not exist "%NEW%\seal.txt" exit /b 1
move "%NEW%" "%BASE%" >nul 2>&1
exit /b 0

rem Batch cannot read owners and rights. It need not follow what stands there either: it only writes, and undoes nothing.
:trust_state_folder
call :no_link "%BASE%"
if errorlevel 1 goto :trust_state_folder_refused
set "SEALED="
for %%f in ("%BASE%\seal.txt") do set "SEAL=%%~pnxf"
for /f "eol=| delims=" %%l in ('%SYS%\fsutil.exe hardlink list "%CLOSED%\seal.txt" 2^>nul') do if /i "%%l"=="%SEAL%" set "SEALED=1"
if not defined SEALED goto :trust_state_folder_refused
if not exist "%STATE%\" md "%STATE%" 2>nul
call :close_folder "%STATE%"
if errorlevel 1 goto :trust_state_folder_refused
if not exist "%STATE%\runs\" md "%STATE%\runs" 2>nul
call :no_link "%STATE%\runs"
if errorlevel 1 goto :trust_state_folder_refused
exit /b 0
:trust_state_folder_refused
call :say "Someone who is no administrator could have made this folder. Look at it, remove it and run this again: %BASE%"
exit /b 1

rem The token stands where only administrators can write, before the journal that names it. It need not be secret: RANDOM
rem is all that batch has.
:new_run
set "RUN=0"
for /f "eol=| delims=" %%d in ('dir /b /ad "%STATE%\runs" 2^>nul') do (
    set "NUMBER=%%~nd"
    call :note_run
)
set /a RUN+=1
if exist "%STATE%\runs\%RUN%" exit /b 1
set "JOURNAL=%STATE%\runs\%RUN%\journal.txt"
set "TOKEN=%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%"
"%SYS%\reg.exe" add "%STATE_KEY%\Runs" /v %RUN% /t REG_SZ /d %TOKEN% /f >nul 2>&1
if not "%errorlevel%"=="0" set "JOURNAL="& exit /b 1
md "%STATE%\runs\%RUN%" 2>nul
call :no_link "%STATE%\runs\%RUN%"
if errorlevel 1 set "JOURNAL="& exit /b 1
set "LINE=0|run|2|%PRODUCT%|%SCRIPT%|%VERSION%|%TOKEN%"
call :journal_write
if errorlevel 1 set "JOURNAL="& exit /b 1
exit /b 0

rem Of NUMBER, the name of a folder: "3" and "3.undone" both use up the number 3.
:note_run
if not defined NUMBER exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
set "PART=%NUMBER:~0,1%"
if "%PART%"=="0" exit /b 0
set "PART=%NUMBER:~0,9%"
if not "%PART%"=="%NUMBER%" exit /b 0
set /a NEWER=NUMBER-RUN
if %NEWER% gtr 0 set "RUN=%NUMBER%"
exit /b 0

rem Written before the action: a run that ends here can still be undone. No line, no action.
:journal_plan action target before after
set "TEXT=%~2 %~3 %~4"
call :plain_text
if errorlevel 1 goto :journal_plan_failed
if not defined JOURNAL call :new_run
if errorlevel 1 goto :journal_plan_failed
set /a ENTRY+=1
set "LINE=%ENTRY%|plan|%~1|%~2|%~3|%~4"
call :journal_write
if errorlevel 1 goto :journal_plan_failed
exit /b 0
:journal_plan_failed
set "ACTION_FAILED=1"
call :say "FAILED: the journal cannot be written, so nothing is changed: %~1 %~2"
exit /b 1

:journal_mark state
set "LINE=%ENTRY%|%~1|-|-|-|-"
goto :journal_write

rem Through a for variable: bare, the bars would be pipes. The file comes first, since a digit before >> is a handle.
rem Only what can be read back was written.
:journal_write
for /f "eol=| delims=" %%l in ("%LINE%") do >>"%JOURNAL%" echo %%l
set "LAST_LINE="
for /f "usebackq eol=| delims=" %%l in ("%JOURNAL%") do set "LAST_LINE=%%l"
if "%LAST_LINE%"=="%LINE%" exit /b 0
exit /b 1

rem actions ------------------------------------------------------------------

rem Every start type but Disabled was chosen by Windows or by an administrator, and is left as it is.
:enable_service name type typeonserver2016
call :service_start_type "%~1"
if not "%START_TYPE%"=="disabled" exit /b 0
if "%~3"=="same" goto :set_service_start
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" InstallationType
if /i "%VALUE%"=="Client" goto :set_service_start
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" CurrentBuildNumber
if not "%VALUE%"=="14393" goto :set_service_start
call :set_service_start "%~1" "%~3"
exit /b 0

:set_service_start name type
call :service_start_type "%~1"
if not defined START_TYPE exit /b 0
if "%START_TYPE%"=="%~2" exit /b 0
if defined WHATIF call :say "Would be done: set the start type of %~1 from %START_TYPE% to %~2"& exit /b 0
call :say "Setting the start type of %~1 from %START_TYPE% to %~2"
call :journal_plan service-start-type "%~1" %START_TYPE% "%~2"
if errorlevel 1 exit /b 1
call :configure_service "%~1" "%~2"
if errorlevel 1 call :fail "the start type of %~1 did not change"& exit /b 1
call :journal_mark done
exit /b 0

rem sc config, since the service manager reads a start type written to the registry only when Windows starts.
:configure_service name type
set "START_WORD="
if "%~2"=="automatic" set "START_WORD=auto"
if "%~2"=="delayed-automatic" set "START_WORD=delayed-auto"
if "%~2"=="demand" set "START_WORD=demand"
if "%~2"=="disabled" set "START_WORD=disabled"
if "%~2"=="boot" set "START_WORD=boot"
if "%~2"=="system" set "START_WORD=system"
if not defined START_WORD exit /b 1
"%SYS%\sc.exe" config "%~1" start= %START_WORD% >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
call :service_start_type "%~1"
if "%START_TYPE%"=="%~2" exit /b 0
exit /b 1

rem Dependent services go first, each with its own line in the journal, so that none stays stopped unseen.
:stop_service name
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="1" exit /b 0
call :each_dependent stop_service "%~1"
if defined WHATIF call :say "Would be done: stop the service %~1"& exit /b 0
call :say "Stopping the service %~1"
call :journal_plan stop-service "%~1" running stopped
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
set "CODE=%errorlevel%"
rem 1061: it is stopping already. 1062: it has stopped by itself.
if not "%CODE%"=="0" if not "%CODE%"=="1061" if not "%CODE%"=="1062" goto :stop_service_failed
call :wait_for_state "%~1" 1 60
if errorlevel 1 goto :stop_service_failed
call :journal_mark done
set "STOPPED_SERVICES=%~1 %STOPPED_SERVICES%"
exit /b 0
:stop_service_failed
call :fail "the service %~1 did not stop (sc stop: %CODE%)"
exit /b 1

:start_service name
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="4" exit /b 0
if defined WHATIF call :say "Would be done: start the service %~1"& exit /b 0
call :say "Starting the service %~1"
call :journal_plan start-service "%~1" stopped running
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" start "%~1" >nul 2>&1
set "CODE=%errorlevel%"
rem 1056: it runs already.
if not "%CODE%"=="0" if not "%CODE%"=="1056" goto :start_service_failed
call :wait_for_state "%~1" 4 30
if errorlevel 1 goto :start_service_failed
call :journal_mark done
exit /b 0
:start_service_failed
call :fail "the service %~1 did not start (sc start: %CODE%)"
exit /b 1

rem The last one stopped starts first. Those that did not run before are left alone.
:restart_stopped_services
for %%s in (%STOPPED_SERVICES%) do call :start_service "%%s"
set "STOPPED_SERVICES="
exit /b 0

rem Gives a service an access list (the D: part of SDDL). What is audited (S:) stays as it is. What cannot be read could
rem not be brought back, and is left alone.
:set_service_security name list
call :service_security "%~1"
if not defined SECURITY set "ACTION_FAILED=1"& call :say "FAILED: the access list of %~1 cannot be read"& exit /b 1
set "AFTER=%~2"
set "AUDIT=%SECURITY:*S:=%"
if not "%AUDIT%"=="%SECURITY%" set "AFTER=%~2S:%AUDIT%"
if "%SECURITY%"=="%AFTER%" exit /b 0
if defined WHATIF call :say "Would be done: give the service %~1 the access list %AFTER%"& exit /b 0
call :say "Giving the service %~1 the access list %AFTER%"
call :journal_plan service-security "%~1" "%SECURITY%" "%AFTER%"
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" sdset "%~1" "%AFTER%" >nul 2>&1
set "CODE=%errorlevel%"
if not "%CODE%"=="0" call :fail "the access list of %~1 did not change (sc sdset: %CODE%)"& exit /b 1
call :journal_mark done
exit /b 0

rem A rename within its folder: at once, whole or not at all, and never over an older generation. Services that Windows
rem starts by trigger may come back in between and hold the folder, so they are stopped again.
:set_aside path
if not exist "%~1" exit /b 0
set "GENERATION=1"
:set_aside_number
if exist "%~1.mendsheet%GENERATION%" set /a GENERATION+=1& goto :set_aside_number
if defined WHATIF call :say "Would be done: rename %~1 to %~nx1.mendsheet%GENERATION%"& exit /b 0
rem Windows makes it anew beside it. A figure that cannot be read does not stop.
call :free_megabytes "%SystemDrive%"
if not defined FREE_MEGABYTES set "FREE_MEGABYTES=999999"
set /a ROOM=FREE_MEGABYTES
if %ROOM% lss 537 call :fail "drive %SystemDrive% has only %FREE_MEGABYTES% MB left"& exit /b 1
call :say "Renaming %~1 to %~nx1.mendsheet%GENERATION%"
call :journal_plan set-aside "%~1" present "%~1.mendsheet%GENERATION%"
if errorlevel 1 exit /b 1
set "ATTEMPT=1"
:set_aside_try
ren "%~1" "%~nx1.mendsheet%GENERATION%" >nul 2>&1
if exist "%~1.mendsheet%GENERATION%" set "RENEWED=1"& call :journal_mark done& exit /b 0
if %ATTEMPT% geq 5 call :fail "in use: %~1"& exit /b 1
set /a ATTEMPT+=1
for %%s in (%STOPPED_SERVICES%) do "%SYS%\sc.exe" stop "%%s" >nul 2>&1
call :wait_seconds 3
goto :set_aside_try

rem Native tools from a closed list. What they do cannot be undone, and undo says so.
:repair_tool tool arguments
set "TOOL="
set "CODE=0"
if /i "%~1"=="w32tm" set "TOOL=%SYS%\w32tm.exe"
if /i "%~1"=="dism" set "TOOL=%SYS%\dism.exe"
if /i "%~1"=="sfc" set "TOOL=%SYS%\sfc.exe"
if not defined TOOL call :say "FAILED: not a known tool: %~1"& set "ACTION_FAILED=1"& exit /b 1
if defined WHATIF call :say "Would be done: run %~1 %~2 (cannot be undone, since only the tool knows what it changes)"& exit /b 0
call :say "Running %~1 %~2 (cannot be undone, since only the tool knows what it changes)"
call :journal_plan repair-tool "%~1" - "%~2"
if errorlevel 1 exit /b 1
rem Its own output tells how far it is: DISM and SFC take up to an hour.
if defined QUIET "%TOOL%" %~2 >nul 2>&1
if not defined QUIET "%TOOL%" %~2 2>&1
set "CODE=%errorlevel%"
rem Done, but for what only a restart can replace: 3010, and 1641 where the restart has begun.
if "%CODE%"=="1641" set "CODE=3010"
if "%CODE%"=="3010" set "RESTART=1"& call :journal_mark done& exit /b 0
if not "%CODE%"=="0" call :fail "%~1 ended with code %CODE%"& exit /b 1
if /i "%~1"=="sfc" set "RENEWED=1"
call :journal_mark done
exit /b 0

rem The journal says that the planned action did not happen; the check that asked for it is not repaired.
:fail text
call :journal_mark failed
set "ACTION_FAILED=1"
call :say "FAILED: %~1"
exit /b 1
