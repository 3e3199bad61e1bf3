@echo off
rem Mendsheet 0.1.0 - windows-update - diagnose, cmd edition: native batch, needs no PowerShell.
rem Made from a checklist. Do not edit: change the checklist and build again.
rem Sections: start, main, checks, recipes, runtime
rem
rem Windows Update
rem Reads what this PC says of itself and changes nothing.
rem Exit codes: 0 healthy, 1 problem found, 2 could not decide, 11 not for this Windows, 64 wrong usage, 70 a defect of this script.
setlocal EnableExtensions DisableDelayedExpansion
set "PRODUCT=windows-update"
set "VERSION=0.1.0"
set "SCRIPT=diagnose.cmd"
set "TWIN=diagnose.ps1"
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

rem Runs the chosen checks, says what each found and sets the exit code.
:main
set "RESULT=64"
call :check_choice
if errorlevel 1 exit /b 0
call :open_report
if errorlevel 1 exit /b 0
if defined LIST set "VISIT=list"& set "RESULT=0"& call :all_checks& exit /b 0
set "RESULT=2"
call :check_folders
if errorlevel 1 exit /b 0
set "PROBLEMS=0"
set "UNDECIDED=0"
set "VISIT=test"
set "RENEWED="
call :all_checks
set "RESULT=0"
if not "%UNDECIDED%"=="0" set "RESULT=2"
if not "%PROBLEMS%"=="0" set "RESULT=1"
exit /b 0

:visit_check item id label minutes restart default title
set "TITLE=%~7"
if "%VISIT%"=="match" goto :match_choice
if "%VISIT%"=="list" goto :list_check
rem Detection has no default choice: without /check every check runs.
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "APPLIES=1"
call :check_%~3 applies
if defined APPLIES (call :look "%~3") else set "STATUS=NA"& set "EVIDENCE=not for this Windows"
call :say_status %1 %2
if "%STATUS%"=="PROBLEM" set /a PROBLEMS+=1
if "%STATUS%"=="UNKNOWN" set /a UNDECIDED+=1
if "%STATUS%"=="NOT EVALUATED" set /a UNDECIDED+=1
exit /b 0

:visit_not_evaluated item id title
set "TITLE=%~3"
if "%VISIT%"=="match" goto :match_choice
call :choose "%~2" 1
if errorlevel 1 exit /b 0
set "STATUS=NOT EVALUATED"
set "EVIDENCE=needs %TWIN%"
call :say_status %1 %2
set /a UNDECIDED+=1
exit /b 0

:usage
echo %SCRIPT% %VERSION%: reads what this PC says of itself and changes nothing.
echo   /check id ...   only these checks
echo   /skip id ...    all but these
echo   /list           list the checks
echo   /out path       write the report to a file too
echo   /quiet          no output, no pause: the exit code says it
exit /b 0

rem ----------------------------------------------------------------- checks
rem visit_check item id label minutes restart default "title"
:all_checks
call :visit_check 1 clock 1_clock 4 0 1 "Clock"
call :visit_check 3 internet-connection 3_internet_connection 0 0 1 "Internet connection"
call :visit_check 4 disk-space 4_disk_space 0 0 1 "Free disk space"
call :visit_check 21 mpssvc-start-type 21_mpssvc_start_type 0 0 1 "Start type of Windows Defender Firewall"
call :visit_check 21 tls-protocol 21_tls_protocol 1 1 1 "TLS 1.2"
call :visit_check 28 update-server 28_update_server 0 0 1 "Update server and policy"
call :visit_check 30 restart-pending 30_restart_pending 0 0 1 "Restart pending"
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
call :visit_check 5 download-progress 5_download_progress 0 0 1 "Download in progress"
call :visit_check 14 download-cache 14_download_cache 5 0 1 "Download cache"
call :visit_check 11 component-store 11_component_store 150 0 1 "Component store and system files"
call :visit_check 13 update-cleanup 13_update_cleanup 90 0 1 "Clean-up of replaced updates"
call :visit_check 25 event-log 25_event_log 0 0 1 "Failures in the event log"
call :visit_not_evaluated 21 proxy "Proxy and VPN"
call :visit_not_evaluated 21 hosts-file "Update servers in the hosts file"
call :visit_not_evaluated 21 winsock-catalog "Winsock catalogue"
call :visit_not_evaluated 36 tls-inspection "TLS inspection"
call :visit_not_evaluated 34 metered-connection "Metered connection"
call :visit_not_evaluated 28 update-policy "Policies that hold updates back"
call :visit_not_evaluated 31 updates-switched-off "Updates switched off"
call :visit_not_evaluated 12 bits-queue "BITS transfer queue"
call :visit_not_evaluated 2 activation "Activation"
call :visit_not_evaluated 7 system-requirement "System requirements"
call :visit_not_evaluated 8 os-current "Windows version and last update"
call :visit_not_evaluated 33 secure-boot "Secure Boot certificates of 2023"
call :visit_not_evaluated 9 line-speed "Speed of the line"
call :visit_not_evaluated 19 clean-boot "Clean boot"
call :visit_not_evaluated 20 antivirus "Antivirus software"
call :visit_not_evaluated 10 troubleshooter "Windows Update troubleshooter"
call :visit_not_evaluated 32 boot-partition "Boot and recovery partitions"
call :visit_not_evaluated 35 disk-error "Errors of disk and file system"
call :visit_not_evaluated 16 restore-point "Restore point"
call :visit_not_evaluated 22 unwanted-update "Uninstalling one update"
call :visit_not_evaluated 26 windows-update-log "Windows Update logs"
call :visit_not_evaluated 26 servicing-failure "Failures of servicing (CBS)"
call :visit_not_evaluated 17 single-update "Updates that fail again and again"
call :visit_not_evaluated 18 servicing-stack "Servicing stack"
call :visit_not_evaluated 27 setup-diag "Results of SetupDiag"
call :visit_not_evaluated 24 in-place-upgrade "Upgrade from installation media"
call :visit_not_evaluated 23 clean-install "Clean installation"
call :visit_not_evaluated 29 legacy-usb "Legacy USB in the firmware"
call :visit_not_evaluated 29 fast-startup "Fast startup"
call :visit_not_evaluated 29 optional-feature "Optional features added later"
call :visit_not_evaluated 29 user-profile "User profiles"
call :visit_not_evaluated 29 setup-update "Updates during setup"
exit /b 0

rem 1 clock: Clock. A clock that is hours or days off makes certificates look expired or not yet valid,
rem so that connections to the update servers and the signatures of updates are rejected. The repair
rem lets the time service of Windows correct the clock, and sets it directly only where that service
rem would not and two independent servers agree on the time. A PC of a domain or a cloud directory is
rem left to its own time source.
:check_1_clock
if "%~1"=="test" call :test_1_clock "http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test http://connectivitycheck.gstatic.com/generate_204#204 http://detectportal.firefox.com/success.txt#200+success" "2026-11-22" "60" "5"
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

rem 3 internet-connection: Internet connection. Updates are searched for and downloaded over a handful
rem of server names, some over HTTP and some over HTTPS. A PC without an address of its own, or behind a
rem filter that lets only some of them through, gets no updates.
:check_3_internet_connection
if "%~1"=="test" call :test_3_internet_connection "sls.update.microsoft.com:443 fe2.update.microsoft.com:443 fe3cr.delivery.mp.microsoft.com:443 download.windowsupdate.com:80 dl.delivery.mp.microsoft.com:80" "http://www.msftconnecttest.com/connecttest.txt"
exit /b 0

:test_3_internet_connection
rem Which endpoints answer comes first: an adapter without a gateway, or with an automatic address beside a good one, is
rem often as it should be.
set "ANSWERED="
set "SILENT="
set "UNTESTED="
for %%e in (%~1) do call :internet_endpoint "%%e"
if defined UNTESTED set "EVIDENCE=servers were not asked: curl.exe is missing"
if not defined SILENT if not defined UNTESTED set "STATUS=OK"& set "EVIDENCE=all update servers answer"& exit /b 0
rem A default route is a row of zeros, or ::/0; the other columns are addresses. The words above them are not read.
set "ROUTE="
set "AUTOMATIC="
set "ROUTES="
for /f "eol=| tokens=1-4" %%a in ('%SYS%\route.exe print 2^>nul') do (
    set "ROUTES=1"
    if "%%a %%b"=="0.0.0.0 0.0.0.0" set "ROUTE=1"
    if "%%c"=="::/0" set "ROUTE=1"
    if "%%a %%b"=="169.254.0.0 255.255.0.0" set "AUTOMATIC=1"
)
if not defined ROUTES exit /b 0
if not defined ROUTE set "STATUS=PROBLEM"& set "EVIDENCE=no way beyond this PC, 0x80240438"
if not defined ROUTE if defined AUTOMATIC set "EVIDENCE=only an address that the PC gave itself (169.254), 0x80240438"
if not defined ROUTE exit /b 0
if defined UNTESTED exit /b 0
rem Behind a proxy a direct connection fails that Windows Update does not need. Byte 8 of these settings holds flags; 2
rem stands for a named proxy.
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections" WinHttpSettings
set "FLAGS=%VALUE:~17,1%"
set "EVIDENCE=behind a proxy, which was not tested"
if defined VALUE for %%d in (2 3 6 7 A B E F) do if /i "%FLAGS%"=="%%d" exit /b 0
call :reg_value "HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings" ProxyEnable
if /i "%VALUE%"=="0x1" exit /b 0
call :reg_value "HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings" AutoConfigURL
if defined VALUE exit /b 0
call :update_server
set "EVIDENCE=public update servers do not answer, but a server of the organisation is in use"
if defined USES_SERVER exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=no answer from%SILENT%, 0x80072EFD"
exit /b 0

:internet_endpoint endpoint
for /f "eol=| tokens=1,2 delims=:" %%h in ("%~1") do (
    set "HOST=%%h"
    set "PORT=%%i"
)
set "SCHEME=http"
if "%PORT%"=="443" set "SCHEME=https"
call :reach "%SCHEME%://%HOST%:%PORT%/"
if "%REACHED%"=="untested" set "UNTESTED=1"
if "%REACHED%"=="yes" set "ANSWERED=1"
if "%REACHED%"=="no" set "SILENT=%SILENT% %~1"
if "%REACHED%"=="unresolved" set "SILENT=%SILENT% %~1"
exit /b 0

rem 4 disk-space: Free disk space. An update is downloaded, unpacked and kept beside the files that it
rem replaces, so it needs several times its size on the Windows drive. Feature updates need far more
rem than monthly ones.
:check_4_disk_space
if "%~1"=="test" call :test_4_disk_space "2" "10" "20"
exit /b 0

:test_4_disk_space
rem The arguments are binary gigabytes; 1074 million bytes are one.
call :free_megabytes "%SystemDrive%"
if errorlevel 1 set "EVIDENCE=the free space of %SystemDrive% cannot be read"& exit /b 0
set /a FREE=FREE_MEGABYTES
set /a MINIMUM=%~1*1074
set /a COMFORT=%~2*1074
set /a UPGRADE=%~3*1074
set "STATUS=OK"
set "EVIDENCE=%FREE_MEGABYTES% MB free on %SystemDrive%"
if %FREE% lss %UPGRADE% set "EVIDENCE=%FREE_MEGABYTES% MB free on %SystemDrive%: not enough for a feature update"
if %FREE% lss %COMFORT% set "EVIDENCE=%FREE_MEGABYTES% MB free on %SystemDrive%: little for a large monthly update"
if %FREE% lss %MINIMUM% set "STATUS=PROBLEM"& set "EVIDENCE=%FREE_MEGABYTES% MB free on %SystemDrive%, 0x80070070"
exit /b 0

rem 21 mpssvc-start-type: Start type of Windows Defender Firewall. Windows expects the service of its
rem firewall to run also where another product filters: without it, downloads fail with 0x800706D9. To
rem switch filtering off, switch the firewall off in its settings, not its service.
:check_21_mpssvc_start_type
if "%~1"=="test" call :test_service_start_type "mpssvc" "automatic" "same"
exit /b 0

rem 21 tls-protocol: TLS 1.2. Update servers are reached over TLS 1.2 or later. Where it is switched off
rem for the whole PC, no search works. The repair takes the switch away, so that Windows decides again.
:check_21_tls_protocol
if "%~1"=="test" call :test_21_tls_protocol
exit /b 0

:test_21_tls_protocol
rem Without these values Windows offers TLS 1.2.
set "PROTOCOL=HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client"
set "EVIDENCE=the settings of TLS 1.2 are not numbers"
call :reg_value "%PROTOCOL%" Enabled
if defined VALUE if not "%VALUE_TYPE%"=="REG_DWORD" exit /b 0
set "ENABLED=%VALUE%"
call :reg_value "%PROTOCOL%" DisabledByDefault
if defined VALUE if not "%VALUE_TYPE%"=="REG_DWORD" exit /b 0
set "STATUS=OK"
set "EVIDENCE="
if defined VALUE if not "%VALUE%"=="0x0" set "STATUS=PROBLEM"& set "EVIDENCE=DisabledByDefault is %VALUE%, 0x80072F8F"
if "%ENABLED%"=="0x0" set "STATUS=PROBLEM"& set "EVIDENCE=Enabled is 0, 0x80072F8F"
exit /b 0

rem 28 update-server: Update server and policy. Policies decide which server offers updates. A PC that
rem left its organisation often still looks for a server that it cannot reach, and then finds no
rem updates. Policies are reported here and never changed: they belong to whoever set them.
:check_28_update_server
if "%~1"=="test" call :test_28_update_server
exit /b 0

:test_28_update_server
set "POLICY=HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
set "STATUS=PROBLEM"
call :reg_value "%POLICY%" DisableWindowsUpdateAccess
if /i "%VALUE%"=="0x1" set "EVIDENCE=access to Windows Update is switched off by policy, 0x8024002E"& exit /b 0
set "SOURCES=0"
set "SOURCES_SERVER="
for %%n in (Feature Quality Driver Other) do (
    call :reg_value "%POLICY%" SetPolicyDrivenUpdateSourceFor%%nUpdates
    call :update_source
)
call :reg_value "%POLICY%\AU" UseUpdateClassPolicySource
set "EVIDENCE=sources for kinds of update have no effect without UseUpdateClassPolicySource"
if not "%SOURCES%"=="0" if not "%VALUE%"=="0x1" exit /b 0
set "EVIDENCE=a source is set for %SOURCES% of four kinds of update"
if not "%SOURCES%"=="0" if not "%SOURCES%"=="4" exit /b 0
call :update_server
set "EVIDENCE=policies name a server as source, but UseWUServer is not 1, 0x80244011"
if defined SOURCES_SERVER if not defined USES_SERVER exit /b 0
if not defined USES_SERVER set "STATUS=OK"& set "EVIDENCE=served by Windows Update"& exit /b 0
set "EVIDENCE=UseWUServer is 1, but WUServer is not set, 0x80244011"
if not defined SERVER exit /b 0
rem Anything else in an address is for diagnose.ps1 to judge.
set "STATUS=UNKNOWN"
set "EVIDENCE=the address of the update server is unusual"
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/._-" %%x in ("%SERVER%") do if not "%%x"=="" exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the address of the update server is not valid: %SERVER%, 0x80072EE6"
set "PART=%SERVER:~-1%"
if "%PART%"=="/" exit /b 0
set "SCHEME="
set "PART=%SERVER:~0,7%"
if /i "%PART%"=="http://" set "SCHEME=http"
set "PART=%SERVER:~0,8%"
if /i "%PART%"=="https://" set "SCHEME=https"
if not defined SCHEME exit /b 0
call :reach "%SERVER%"
set "STATUS=UNKNOWN"
set "EVIDENCE=served by %SERVER%, which was not asked: curl.exe is missing"
if "%REACHED%"=="untested" exit /b 0
set "STATUS=OK"
set "EVIDENCE=served by %SERVER%, which answers"
if "%REACHED%"=="yes" exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=served by %SERVER%, which does not answer, 0x8024401C"
exit /b 0

:update_source
if not defined VALUE exit /b 0
set /a SOURCES+=1
if /i "%VALUE%"=="0x1" set "SOURCES_SERVER=1"
exit /b 0

rem 30 restart-pending: Restart pending. While Windows waits for a restart to finish earlier work, new
rem updates fail or wait, and a repair could strand what is already prepared. The signs are read and
rem never cleared: only a restart settles them.
:check_30_restart_pending
if "%~1"=="test" call :test_30_restart_pending "1"
exit /b 0

:test_30_restart_pending
set "UPDATE=HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing"
if errorlevel 1 set "EVIDENCE=the state of Windows servicing cannot be read"& exit /b 0
call :restart_causes
call :reg_key "%UPDATE%\Auto Update\RebootRequired"
if not errorlevel 1 set "CAUSES=%CAUSES%, Windows Update RebootRequired"
rem The key Pending is always there: only a service inside it counts.
set "LISTED="
for /f "eol=| tokens=2 delims={" %%k in ('%SYS%\reg.exe query "%UPDATE%\Services\Pending" 2^>nul') do if not "%%k"=="" set "LISTED=1"
if defined LISTED set "CAUSES=%CAUSES%, Windows Update service registration"
set "STATUS=OK"
if defined CAUSES set "STATUS=PROBLEM"& set "EVIDENCE=%CAUSES:~2%, 0x80240016"
exit /b 0

rem 15 wuauserv-rights: Access to the service Windows Update. Programs that switch updates off take away
rem the right to start the service. The repair puts the access list of a fresh Windows in place, and
rem only then. The other steps of the manual reset are items 6, 12 and 14. DLLs are not registered
rem again: most of those in the old list no longer exist or register nothing.
:check_15_wuauserv_rights
if "%~1"=="test" call :test_service_security "wuauserv" "(A;;CCLCSWRPLORC;;;AU) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)"
exit /b 0

rem 15 bits-rights: Access to the service BITS. Without the right to start BITS, Windows Update cannot
rem download in the background. Repaired as for Windows Update.
:check_15_bits_rights
if "%~1"=="test" call :test_service_security "bits" "(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY) (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA) (A;;CCLCSWLOCRRC;;;IU) (A;;CCLCSWLOCRRC;;;SU)"
exit /b 0

rem 6 wuauserv-start-type: Start type of Windows Update. This service searches for updates and installs
rem them. It is started when needed and stops itself afterwards, so only a disabled one is a fault.
:check_6_wuauserv_start_type
if "%~1"=="test" call :test_service_start_type "wuauserv" "demand" "same"
exit /b 0

rem 6 bits-start-type: Start type of Background Intelligent Transfer Service. BITS transfers updates in
rem the background. It switches between manual and automatic by itself while it has work, so only a
rem disabled one is a fault.
:check_6_bits_start_type
if "%~1"=="test" call :test_service_start_type "bits" "demand" "same"
exit /b 0

rem 6 usosvc-start-type: Start type of Update Orchestrator Service. The orchestrator decides when
rem updates are searched for, downloaded and installed. Without it the Settings app cannot search for
rem updates, also where they come from WSUS.
:check_6_usosvc_start_type
if "%~1"=="test" call :test_service_start_type "usosvc" "delayed-automatic" "demand"
exit /b 0

rem 6 cryptsvc-start-type: Start type of Cryptographic Services. This service confirms the signatures of
rem updates and keeps the database of signed files. Without it downloaded updates are rejected.
:check_6_cryptsvc_start_type
if "%~1"=="test" call :test_service_start_type "cryptsvc" "automatic" "same"
exit /b 0

rem 6 trustedinstaller-start-type: Start type of Windows Modules Installer. This service installs
rem Windows updates and features. Windows makes it automatic by itself while work waits for a restart,
rem so only a disabled one is a fault.
:check_6_trustedinstaller_start_type
if "%~1"=="test" call :test_service_start_type "trustedinstaller" "demand" "same"
exit /b 0

rem 6 msiserver-start-type: Start type of Windows Installer. Updates of Microsoft products that are
rem delivered as Windows Installer packages fail while it is disabled.
:check_6_msiserver_start_type
if "%~1"=="test" call :test_service_start_type "msiserver" "demand" "same"
exit /b 0

rem 6 wlidsvc-start-type: Start type of Microsoft Account Sign-in Assistant. Windows Update identifies
rem the PC through this service. While it is disabled, feature updates are not offered, also on PCs that
rem nobody signs in to with a Microsoft account.
:check_6_wlidsvc_start_type
if "%~1"=="applies" call :applies "0" "0" "client" "" "" ""
if "%~1"=="test" call :test_service_start_type "wlidsvc" "demand" "same"
exit /b 0

rem 6 dosvc-start-type: Start type of Delivery Optimization. Windows Update downloads most updates
rem through this service, also where nothing is shared with other PCs. Privacy tools disable it;
rem searches then still work, and each download ends at once.
:check_6_dosvc_start_type
if "%~1"=="test" call :test_service_start_type "dosvc" "delayed-automatic" "same"
exit /b 0

rem 5 download-progress: Download in progress. A large download on a slow disk or line can look as if it
rem had stopped. While files grow, it goes on and only needs time. Windows puts most of a download into
rem the cache of Delivery Optimization first, so a still download folder alone proves nothing.
:check_5_download_progress
if "%~1"=="test" call :test_5_download_progress "30" "48" "10" "WU Client Download"
exit /b 0

:test_5_download_progress
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
exit /b 0

rem 14 download-cache: Download cache. A damaged store of downloads and update records makes every
rem update fail. The repair sets SoftwareDistribution and catroot2 aside and deletes nothing. Windows
rem makes both anew: the next search takes longer, downloads start again, and the list of earlier
rem updates stays empty until the folders are brought back.
:check_14_download_cache
if "%~1"=="test" call :test_update_failure "30" "0x80240031 0x8024000D 0x8024000E 0x80242006 0x8024200D 0x80246002 0x80246010 0x80246012 0x80248002 0x80248003 0x80248004 0x80248007 0x80248008 0x8024801C 0x80248FFF" "SoftwareDistribution\DataStore\DataStore.edb"
exit /b 0

rem 11 component-store: Component store and system files. Updates are put together from the component
rem store and from files that are already installed; damage in either makes them fail. The repair runs
rem DISM first, which mends the store from Windows Update, and SFC afterwards, which takes its good
rem copies from the store. Neither can be undone. What is noted is read here in seconds; only the repair
rem looks at every file.
:check_11_component_store
if "%~1"=="test" call :test_11_component_store
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

rem 13 update-cleanup: Clean-up of replaced updates. Windows keeps updates that newer ones have
rem replaced. Where space is short, or a failed update left remains, removing them helps. The repair
rem runs StartComponentCleanup of DISM; installed updates can still be uninstalled, since /ResetBase is
rem never used. Disk Cleanup (cleanmgr) is not used, since it does not say how it ended. The clean-up
rem cannot be undone.
:check_13_update_cleanup
if "%~1"=="test" call :test_13_update_cleanup "80" "10"
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

rem 25 event-log: Failures in the event log. Windows records each search, download and installation with
rem its error code. Codes of failures that no later success has settled tell which of the other checks
rem to look at.
:check_25_event_log
if "%~1"=="test" call :test_update_failure "14" "" ""
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

rem Whether a server answers at an address, whatever it answers; curl.exe is part of Windows since 2018. Exit codes: 6 the
rem name is not resolved, 7 no connection, 28 no answer in time. A proxy would answer for the server, so none is used.
:reach url
set "REACHED=untested"
if not exist "%SYS%\curl.exe" exit /b 0
"%SYS%\curl.exe" --silent --output nul --max-time 8 --noproxy "*" --url "%~1" >nul 2>&1
set "CODE=%errorlevel%"
set "REACHED=yes"
if "%CODE%"=="6" set "REACHED=unresolved"
if "%CODE%"=="7" set "REACHED=no"
if "%CODE%"=="28" set "REACHED=no"
exit /b 0
