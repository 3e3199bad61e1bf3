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
