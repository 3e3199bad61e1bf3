rem A source of its own is for reset-components.ps1 to pass on. The store comes first: SFC takes its good copies from there.
if not "%~3"=="" exit /b 0
call :repair_tool dism "/English /Online /Cleanup-Image /RestoreHealth /NoRestart"
rem SFC does not run while repairs of the store wait for a restart.
if not "%CODE%"=="0" exit /b 0
call :repair_tool sfc /scannow
