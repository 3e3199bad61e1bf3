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
