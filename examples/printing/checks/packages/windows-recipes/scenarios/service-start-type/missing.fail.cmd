rem Status: PROBLEM
rem Evidence: * is not installed
rem Nothing here brings a service back that is not there.
rem Repair: 1
sc delete %1 >nul
